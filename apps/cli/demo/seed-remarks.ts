import type { INestApplicationContext } from '@nestjs/common';
import { AddReviewPicture, AnswerQuestion, AskQuestion, ImageFileStore, ReplyToReview, ReportRemark, WriteReview } from '@choxa/catalogue';
import { Database, sql, type Actor, type SettableClock } from '@choxa/platform';
import type { SeededGoods } from './seed-goods.js';
import type { PlacedOrder } from './carry-parcel.js';

const DAY_MS = 86_400_000;

/** Stars, the buyer's words, and the household's where it replied. All invented. */
const REVIEWS: readonly [stars: number, text: string, reply?: string][] = [
  [5, 'Hàng thơm, gói kỹ. Nhà tôi sẽ mua nữa.', 'Gia đình cảm ơn bác. Vụ sau có hàng mới sẽ báo ạ.'],
  [5, 'Đúng như hình, bưu tá giao tận cửa.'],
  [4, 'Ngon, nhưng nên có gói nhỏ hơn.', 'Dạ, tháng tới hộ có thêm gói nhỏ.'],
  [5, 'Quét mã thấy rõ vườn và ngày thu hoạch, yên tâm.'],
  [3, 'Tạm được, giao hơi lâu.', 'Tuần đó mưa lớn nên xe về chậm, mong bác thông cảm.'],
  [5, 'Mua làm quà, ai cũng khen.'],
  [4, ''],
  [2, 'Một gói bị móp góc, hàng bên trong còn tốt.', 'Hộ xin lỗi và đã đổi hộp cứng hơn.'],
  [5, 'Vị đậm, đúng đặc sản quê tôi.'],
  [4, 'Chất lượng tốt, giá hợp lý.'],
  [5, 'Lần thứ hai mua, vẫn ngon như lần đầu.', 'Cảm ơn bác đã quay lại!'],
  [1, 'Tôi đặt nhầm loại, không ưng lắm.'],
  [5, 'Đóng gói sạch sẽ, có nhãn đầy đủ.'],
];

const QUESTIONS: readonly [text: string, answer?: string][] = [
  ['Mở gói rồi để được bao lâu ạ?', 'Bác đậy kín, để nơi khô mát thì dùng ngon trong một tháng.'],
  ['Hộ có gói 1 kg không, nhà tôi đông người?'],
];

interface Received {
  number: string;
  lineId: string;
  householdId: string;
  slug: string;
  imageKey: string;
  deliveredAt: Date;
}

/** What buyers of the history say, most of it about the demo household's best-seller; replies, questions, and one report. */
export async function seedRemarks(
  app: INestApplicationContext,
  goods: SeededGoods,
  orders: readonly PlacedOrder[],
  shopper: Actor,
  clock: SettableClock,
  until: Date,
): Promise<void> {
  const keys = new Map(orders.map(({ orderNumber, accessKey }) => [orderNumber, accessKey]));
  const seller = goods.sellers.get('da-lat')!;
  const sellerOf = new Map([...goods.sellers.values()].map((each) => [each.householdId, each.actor]));
  const received = await sql<Received>(app.get(Database).read, RECEIVED, [seller.householdId, REVIEWS.length]);
  for (const [index, line] of received.entries()) {
    const [stars, text, reply] = REVIEWS[index]!;
    const buyer = { actor: null, orderNumber: line.number, key: keys.get(line.number)! };
    clock.set(new Date(Math.min(line.deliveredAt.getTime() + 2 * DAY_MS, until.getTime())));
    const id = await app.get(WriteReview).run(buyer, line.lineId, { stars, text });
    if (index === 0) await app.get(AddReviewPicture).run(buyer, line.lineId, (await app.get(ImageFileStore).read(line.imageKey))!.full);
    if (reply) await app.get(ReplyToReview).run(sellerOf.get(line.householdId)!, id, reply);
    if (stars === 1)
      await app.get(ReportRemark).run('203.0.113.10', { kind: 'review', id }, { category: 'untrue', text: 'Không phải lỗi của hộ.' });
  }
  clock.set(new Date(until.getTime() - DAY_MS));
  for (const [text, answer] of QUESTIONS) {
    const id = await app.get(AskQuestion).run(shopper, received[0]!.slug, text);
    if (answer) await app.get(AnswerQuestion).run(seller.actor, id, answer);
  }
}

/** Delivered lines: first those of the demo household's product that was delivered most often, then one of each other product. */
const RECEIVED = `
  with line as (
    select whole.number, line.id as "lineId", part.household_id as "householdId", line.slug, image.key as "imageKey", part.delivered_at as "deliveredAt",
           count(*) over (partition by line.product_id) as sold, row_number() over (partition by line.product_id order by part.delivered_at, line.id) as turn
      from orders.order_line line
      join orders.seller_order part on part.id = line.seller_order_id
      join orders."order" whole on whole.id = part.order_id
      join lateral (select key from catalogue.image where product_id = line.product_id order by position, id limit 1) image on true
     where part.state = 'delivered' and coalesce(line.confirmed_quantity, line.quantity) > 0),
  best as (select slug from line where "householdId" = $1 order by sold desc, slug limit 1)
  select * from line where slug = (select slug from best) or turn = 1
   order by slug <> (select slug from best), "householdId" <> $1, "deliveredAt" limit $2`;
