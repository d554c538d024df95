import { Module } from '@nestjs/common';
import { HouseholdsModule } from '@choxa/households';
import { PlacesModule } from '@choxa/places';
import './catalogue.policies.js';
import { AddImage } from './images/add-image.js';
import { CopyImages } from './images/copy-images.js';
import { DescribeImage } from './images/describe-image.js';
import { ImageFileStore } from './images/image-files.js';
import { ImagesController } from './images/images.controller.js';
import { OrderImages } from './images/order-images.js';
import { RemoveImage } from './images/remove-image.js';
import { ListingRows } from './listing/listing-rows.js';
import { Listings } from './listing/listings.js';
import { AppealTakedown } from './moderation/appeal-takedown.js';
import { DecideTakedown } from './moderation/decide-takedown.js';
import { HandleReport } from './moderation/handle-report.js';
import { HideRemark } from './moderation/hide-remark.js';
import { HouseholdNotice } from './moderation/household-notice.js';
import { ModerationController } from './moderation/moderation.controller.js';
import { ProductReports } from './moderation/product-reports.query.js';
import { RemarkNotice } from './moderation/remark-notice.js';
import { RemarksController } from './moderation/remarks.controller.js';
import { ReportRemark } from './moderation/report-remark.js';
import { ShowRemark } from './moderation/show-remark.js';
import { ReportProduct } from './moderation/report-product.js';
import { TakeDownProduct } from './moderation/take-down-product.js';
import { Takedowns } from './moderation/takedowns.query.js';
import { AddPack } from './packs/add-pack.js';
import { RefreshOldListings } from './listing/refresh-old-listings.js';
import { RefreshListingsWhenHouseholdChanged } from './listing/refresh-when-household-changed.js';
import { EditPack } from './packs/edit-pack.js';
import { NewPacks } from './packs/new-packs.js';
import { OrderPacks } from './packs/order-packs.js';
import { OwnPacks } from './packs/own-packs.js';
import { PackEdits } from './packs/pack-edits.js';
import { PacksController } from './packs/packs.controller.js';
import { PacksForSale } from './packs/packs-for-sale.query.js';
import { UnlabelledPacks } from './packs/unlabelled-packs.query.js';
import { RetirePack } from './packs/retire-pack.js';
import { SaleStops } from './packs/sale-stops.js';
import { OpeningStock } from './packs/stock-keeper.js';
import { CopyProduct } from './products/copy-product.js';
import { ImportSheet } from './product-sheets/import-sheet.js';
import { PreviewSheet } from './product-sheets/preview-sheet.js';
import { ProductSheetsController } from './product-sheets/product-sheets.controller.js';
import { ProductSheets } from './product-sheets/product-sheets.query.js';
import { WriteNextRowsWhenSheetAdvanced } from './product-sheets/write-next-rows-when-sheet-advanced.js';
import { WriteSheetRows } from './product-sheets/write-sheet-rows.js';
import { CreateProduct } from './products/create-product.js';
import { DeskController } from './products/desk.controller.js';
import { DeskProducts } from './products/desk-products.query.js';
import { EditProduct } from './products/edit-product.js';
import { ImportDraftProduct } from './products/import-draft-product.js';
import { LabelFactsOfProducts } from './products/label-facts.query.js';
import { PublishedProducts } from './products/published-products.query.js';
import { NewDrafts } from './products/new-drafts.js';
import { PauseProduct } from './products/pause-product.js';
import { NoteDisplay } from './products/note-display.js';
import { ProductChanges } from './products/product-changes.js';
import { ProductPage } from './products/product-page.query.js';
import { PublishCheck } from './products/publish-check.js';
import { PublishProduct } from './products/publish-product.js';
import { PublishWhenHouseholdApproved } from './products/publish-when-household-approved.js';
import { NoteOffers } from './listing/note-offers.js';
import { TellOffersAgain } from './listing/tell-offers-again.js';
import { TellPublicationsAgain, TellWithdrawalsAgain } from './products/tell-displays-again.js';
import { TellRecognitionsAgain } from './recognitions/recognition-facts.js';
import { PutOnSale } from './products/put-on-sale.js';
import { StagesOfLots } from './products/lot-stages.js';
import { ShopPage } from './products/shop-page.query.js';
import { SaveDraft } from './products/save-draft.js';
import { StopSellingWhenHouseholdErased } from './products/stop-selling-when-household-erased.js';
import { AnswerQuestion } from './questions/answer-question.js';
import { AskQuestion } from './questions/ask-question.js';
import { QuestionsController } from './questions/questions.controller.js';
import { Questions } from './questions/questions.query.js';
import { ConfirmRecognition } from './recognitions/confirm-recognition.js';
import { DecideChange } from './recognitions/decide-change.js';
import { DeclareRecognition } from './recognitions/declare-recognition.js';
import { EnterRecognition } from './recognitions/enter-recognition.js';
import { ProductRecognitions } from './recognitions/product-recognitions.query.js';
import { ProposeChange } from './recognitions/propose-change.js';
import { RecognitionsController } from './recognitions/recognitions.controller.js';
import { RecognitionsToCheck } from './recognitions/recognitions-to-check.query.js';
import { RemindOfExpiry } from './recognitions/remind-of-expiry.js';
import { ExportRecognitions } from './recognition-table/export-recognitions.js';
import { RecognitionTableController } from './recognition-table/recognition-table.controller.js';
import { AddReviewPicture } from './reviews/add-review-picture.js';
import { AppealHiding } from './reviews/appeal-hiding.js';
import { OwnReviewsController } from './reviews/own-reviews.controller.js';
import { OwnReviews } from './reviews/own-reviews.query.js';
import { ReviewRights } from './reviews/purchases.js';
import { RemarkData } from './reviews/remark-data.js';
import { RemoveReviewPicture } from './reviews/remove-review-picture.js';
import { ReplyToReview } from './reviews/reply-to-review.js';
import { ReviewsController } from './reviews/reviews.controller.js';
import { Reviews } from './reviews/reviews.query.js';
import { WriteReview } from './reviews/write-review.js';
import { AddFavourites } from './favourites/add-favourites.js';
import { FavouriteData } from './favourites/favourite-data.js';
import { FavouritesController } from './favourites/favourites.controller.js';
import { Favourites } from './favourites/favourites.query.js';
import { RemoveFavourite } from './favourites/remove-favourite.js';
import { HomeController } from './home/home.controller.js';
import { HomePage } from './home/home.query.js';
import { CatalogueController } from './search/catalogue.controller.js';
import { FacetCounts } from './search/facet-counts.js';
import { KeptSearches } from './search/kept-searches.js';
import { ListProducts } from './search/list-products.query.js';
import { RelatedProducts } from './search/related-products.query.js';
import { SitemapController } from './sitemap/sitemap.controller.js';
import { Sitemap } from './sitemap/sitemap.query.js';
import { Suggestions } from './search/suggestions.query.js';
import { Vocabularies } from './search/vocabularies.js';

const FOR_OTHERS = [
  AddFavourites,
  Listings,
  OwnPacks,
  PacksForSale,
  UnlabelledPacks,
  SaleStops,
  ImageFileStore,
  LabelFactsOfProducts,
  PublishedProducts,
  ProductRecognitions,
  CreateProduct,
  EditProduct,
  EditPack,
  AddPack,
  ReportProduct,
  TakeDownProduct,
  AppealTakedown,
  PublishProduct,
  PauseProduct,
  AddImage,
  ImportDraftProduct,
  DeclareRecognition,
  EnterRecognition,
  ConfirmRecognition,
  ProposeChange,
  RemindOfExpiry,
  WriteReview,
  AddReviewPicture,
  ReportRemark,
  ReplyToReview,
  AskQuestion,
  AnswerQuestion,
];

@Module({
  imports: [PlacesModule, HouseholdsModule],
  controllers: [
    CatalogueController,
    DeskController,
    PacksController,
    ImagesController,
    ModerationController,
    RecognitionsController,
    RecognitionTableController,
    ProductSheetsController,
    ReviewsController,
    OwnReviewsController,
    QuestionsController,
    RemarksController,
    HomeController,
    FavouritesController,
    SitemapController,
  ],
  providers: [
    ...FOR_OTHERS,
    ListingRows,
    Sitemap,
    RefreshListingsWhenHouseholdChanged,
    RefreshOldListings,
    OpeningStock,
    PublishCheck,
    PutOnSale,
    NoteDisplay,
    NoteOffers,
    TellOffersAgain,
    TellPublicationsAgain,
    TellWithdrawalsAgain,
    TellRecognitionsAgain,
    PublishWhenHouseholdApproved,
    ProductChanges,
    NewDrafts,
    NewPacks,
    PackEdits,
    OrderPacks,
    RetirePack,
    SaveDraft,
    CopyProduct,
    CopyImages,
    DeskProducts,
    ProductPage,
    ShopPage,
    StagesOfLots,
    ListProducts,
    KeptSearches,
    FacetCounts,
    Vocabularies,
    Suggestions,
    RelatedProducts,
    RemoveImage,
    OrderImages,
    DescribeImage,
    HandleReport,
    ProductReports,
    DecideTakedown,
    Takedowns,
    HouseholdNotice,
    RecognitionsToCheck,
    ExportRecognitions,
    DecideChange,
    ProductSheets,
    PreviewSheet,
    ImportSheet,
    WriteSheetRows,
    WriteNextRowsWhenSheetAdvanced,
    StopSellingWhenHouseholdErased,
    ReviewRights,
    Reviews,
    OwnReviews,
    RemoveReviewPicture,
    AppealHiding,
    Questions,
    RemarkNotice,
    HideRemark,
    ShowRemark,
    RemarkData,
    HomePage,
    Favourites,
    RemoveFavourite,
    FavouriteData,
  ],
  exports: FOR_OTHERS,
})
export class CatalogueModule {}
