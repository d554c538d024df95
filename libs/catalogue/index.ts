export { catalogueLib } from './catalogue.lib.js';
export { CatalogueModule } from './catalogue.module.js';
export {
  PackOffered,
  ProductChanged,
  ProductPublished,
  ProductWithdrawn,
  RecognitionSettled,
  type PackOfferedV1,
  type ProductChangedV1,
  type ProductPublishedV1,
  type ProductWithdrawnV1,
  type RecognitionSettledV1,
} from './catalogue.events.js';
export { AddFavourites } from './favourites/add-favourites.js';
export { Listings } from './listing/listings.js';
export { NO_LABEL, type LabelPanel, type LabelPanelBarcode, type LabelPanelLevel } from './listing/label-panel.js';
export { OwnPacks, type OwnPack } from './packs/own-packs.js';
export { SaleStops } from './packs/sale-stops.js';
export { PacksForSale, type OffSale, type PackForSale } from './packs/packs-for-sale.query.js';
export { UnlabelledPacks, type UnlabelledPack } from './packs/unlabelled-packs.query.js';
export { StockKeeper } from './packs/stock-keeper.js';
export { NET_CONTENT_UNIT_CODES, NET_CONTENT_UNITS, type NetContentUnit } from './packs/net-content.rules.js';
export { AddPack } from './packs/add-pack.js';
export { EditPack } from './packs/edit-pack.js';
export { CreateProduct, type CreateProductInput } from './products/create-product.js';
export { EditProduct } from './products/edit-product.js';
export { PublishProduct } from './products/publish-product.js';
export { PauseProduct } from './products/pause-product.js';
export { ImportDraftProduct, type ImportDraftProductInput, type ImportedProduct } from './products/import-draft-product.js';
export { PublishedProducts } from './products/published-products.query.js';
export { LabelFactsOfProducts, type LabelFactsOfProduct } from './products/label-facts.query.js';
export { detailSql } from './products/product-page.sql.js';
export { AddImage } from './images/add-image.js';
export { encodeImage } from './images/encode-image.js';
export { ImageFileStore, imageKey } from './images/image-files.js';
export { uploadedImage } from './images/uploaded-image.js';
export { imageView, type ImageView } from './images/image-url.js';
export { DeclareRecognition, type RecognitionInput } from './recognitions/declare-recognition.js';
export { officialProvinces } from './recognitions/official-scope.js';
export { EnterRecognition } from './recognitions/enter-recognition.js';
export { ConfirmRecognition } from './recognitions/confirm-recognition.js';
export { ProposeChange } from './recognitions/propose-change.js';
export { RemindOfExpiry } from './recognitions/remind-of-expiry.js';
export { ProductRecognitions, type RecognitionView } from './recognitions/product-recognitions.query.js';
export { foundPage } from './search/found-page.js';
export { listSql, type ListRequest, type Page } from './search/list.sql.js';
export { asciiJson } from './listing/ascii-json.js';
export { facetsSql } from './search/facets.sql.js';
export { type Guesses } from './search/guesses.sql.js';
export { type ListFilters } from './search/filters.js';
export { parseSearch, type SearchQuery } from './search/search.rules.js';
export { vocabularyOf, type SynonymTerm } from './search/vocabulary.js';
export { SYNONYMS } from './search/vocabularies.js';
export { type Sort } from './search/sorts.js';
export { type Statement } from './search/statement.js';
export { AppealTakedown } from './moderation/appeal-takedown.js';
export { ReportProduct } from './moderation/report-product.js';
export { ReportRemark } from './moderation/report-remark.js';
export { TakeDownProduct } from './moderation/take-down-product.js';
export { LotStages, type LotStage } from './products/lot-stages.js';
export { Purchases, type Buyer, type Purchase } from './reviews/purchases.js';
export { WriteReview } from './reviews/write-review.js';
export { AddReviewPicture } from './reviews/add-review-picture.js';
export { ReplyToReview } from './reviews/reply-to-review.js';
export { AskQuestion } from './questions/ask-question.js';
export { AnswerQuestion } from './questions/answer-question.js';
export { motifSvg } from './motifs/motif.js';
