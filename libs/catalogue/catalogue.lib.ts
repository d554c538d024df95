import type { Lib } from '@choxa/platform';
import { FavouriteEntity } from './favourites/favourite.entity.js';
import { ImageEntity } from './images/image.entity.js';
import { ListingEntity } from './listing/listing.entity.js';
import { Catalogue1763700400000 } from './migrations/1763700400000-catalogue.js';
import { RecognitionChanges1764104010000 } from './migrations/1764104010000-recognition-changes.js';
import { DraftsAndPacks1764105000000 } from './migrations/1764105000000-drafts-and-packs.js';
import { FoodFacts1764105000001 } from './migrations/1764105000001-food-facts.js';
import { Moderation1764105000002 } from './migrations/1764105000002-moderation.js';
import { PublishWhenApproved1764106000000 } from './migrations/1764106000000-publish-when-approved.js';
import { SaleStops1764108000001 } from './migrations/1764108000001-sale-stops.js';
import { ProductSheets1764109001000 } from './migrations/1764109001000-product-sheets.js';
import { ReviewsAndQuestions1764602000000 } from './migrations/1764602000000-reviews-and-questions.js';
import { SearchVocabulary1764601000000 } from './migrations/1764601000000-search-vocabulary.js';
import { Seasons1764601000001 } from './migrations/1764601000001-seasons.js';
import { Favourites1764608000001 } from './migrations/1764608000001-favourites.js';
import { FewerGuesses1764611000000 } from './migrations/1764611000000-fewer-guesses.js';
import { PackOffers1767005000000 } from './migrations/1767005000000-pack-offers.js';
import { ProductDisplay1766002000003 } from './migrations/1766002000003-product-display.js';
import { ProductReportEntity } from './moderation/product-report.entity.js';
import { TakedownEntity } from './moderation/takedown.entity.js';
import { PackOfferEntity } from './listing/pack-offer.entity.js';
import { PackEntity } from './packs/pack.entity.js';
import { SaleStopEntity } from './packs/sale-stop.entity.js';
import { ProductSheetRowEntity } from './product-sheets/product-sheet-row.entity.js';
import { ProductSheetEntity } from './product-sheets/product-sheet.entity.js';
import { ProductDisplayEntity } from './products/product-display.entity.js';
import { ProductEntity } from './products/product.entity.js';
import { QuestionEntity } from './questions/question.entity.js';
import { RecognitionChangeEntity } from './recognitions/recognition-change.entity.js';
import { RecognitionReminderEntity } from './recognitions/recognition-reminder.entity.js';
import { RecognitionEntity } from './recognitions/recognition.entity.js';
import { ReviewEntity } from './reviews/review.entity.js';
import { ReviewPictureEntity } from './reviews/review-picture.entity.js';
import { SeasonEntity } from './search/season.entity.js';
import { SynonymEntity } from './search/synonym.entity.js';
import { WordEntity } from './search/word.entity.js';

/** Products, packs, pictures, recognitions, and the listing that the shop reads. */
export const catalogueLib: Lib = {
  name: 'catalogue',
  entities: [
    ProductEntity,
    ProductDisplayEntity,
    PackEntity,
    ImageEntity,
    RecognitionEntity,
    RecognitionChangeEntity,
    RecognitionReminderEntity,
    ListingEntity,
    PackOfferEntity,
    WordEntity,
    SynonymEntity,
    SeasonEntity,
    TakedownEntity,
    ProductReportEntity,
    SaleStopEntity,
    ProductSheetEntity,
    ProductSheetRowEntity,
    ReviewEntity,
    ReviewPictureEntity,
    QuestionEntity,
    FavouriteEntity,
  ],
  migrations: [
    Catalogue1763700400000,
    RecognitionChanges1764104010000,
    DraftsAndPacks1764105000000,
    FoodFacts1764105000001,
    Moderation1764105000002,
    PublishWhenApproved1764106000000,
    SaleStops1764108000001,
    ProductSheets1764109001000,
    ReviewsAndQuestions1764602000000,
    SearchVocabulary1764601000000,
    Seasons1764601000001,
    Favourites1764608000001,
    FewerGuesses1764611000000,
    ProductDisplay1766002000003,
    PackOffers1767005000000,
  ],
};
