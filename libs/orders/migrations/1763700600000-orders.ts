import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Orders1763700600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table orders.stock (
        pack_id uuid not null,
        on_hand int not null,
        updated_at timestamptz not null,
        constraint "PK_stock" primary key (pack_id),
        constraint stock_on_hand check (on_hand >= 0)
      ) with (fillfactor = 70)`);
    await runner.query(`
      create table orders.cart (
        id uuid not null,
        updated_at timestamptz not null,
        constraint "PK_cart" primary key (id)
      )`);
    await runner.query(`create index cart_updated_at on orders.cart (updated_at)`);
    await runner.query(`
      create table orders.cart_line (
        cart_id uuid not null,
        pack_id uuid not null,
        quantity int not null,
        seen_price_vnd bigint not null,
        added_at timestamptz not null,
        constraint "PK_cart_line" primary key (cart_id, pack_id),
        constraint cart_line_quantity check (quantity between 1 and 999)
      )`);
    await runner.query(`
      create table orders."order" (
        id uuid not null,
        number text not null,
        access_key_hash text not null,
        account_id uuid,
        recipient_name text not null,
        phone text not null,
        commune_code text not null,
        commune_name text not null,
        province_code text not null,
        province_name text not null,
        street text not null,
        note text,
        payment_method text not null,
        goods_vnd bigint not null,
        postage_vnd bigint not null,
        total_vnd bigint not null,
        placed_at timestamptz not null,
        constraint "PK_order" primary key (id),
        constraint order_number unique (number),
        constraint order_total check (total_vnd = goods_vnd + postage_vnd)
      )`);
    await runner.query(`create index order_account on orders."order" (account_id)`);
    await runner.query(`create index order_placed_at on orders."order" (placed_at)`);
    await runner.query(`
      create table orders.seller_order (
        id uuid not null,
        order_id uuid not null,
        household_id uuid not null,
        household_name text not null,
        household_slug text not null,
        commune_code text not null,
        province_code text not null,
        state text not null,
        goods_vnd bigint not null,
        postage_vnd bigint not null,
        cod_vnd bigint not null,
        parcel_number text,
        parcel_state text,
        parcel_state_at timestamptz,
        cancel_reason text,
        placed_at timestamptz not null,
        accepted_at timestamptz,
        delivered_at timestamptz,
        changed_at timestamptz not null,
        constraint "PK_seller_order" primary key (id),
        constraint seller_order_of_order foreign key (order_id) references orders."order" (id),
        constraint seller_order_parcel_number unique (parcel_number),
        constraint seller_order_cod check (cod_vnd = goods_vnd + postage_vnd),
        constraint seller_order_state check
          (state in ('placed', 'confirmed', 'packed', 'posted', 'delivered', 'returning', 'returned', 'cancelled'))
      )`);
    await runner.query(`create index seller_order_order on orders.seller_order (order_id)`);
    await runner.query(`create index seller_order_household on orders.seller_order (household_id, placed_at, id)`);
    await runner.query(`
      create table orders.order_line (
        id uuid not null,
        seller_order_id uuid not null,
        position int not null,
        product_id uuid not null,
        product_name text not null,
        slug text not null,
        pack_id uuid not null,
        set_code text not null,
        net_content text not null,
        image text,
        quantity int not null,
        price_vnd bigint not null,
        line_vnd bigint not null,
        label jsonb not null,
        label_check text,
        constraint "PK_order_line" primary key (id),
        constraint order_line_of_seller_order foreign key (seller_order_id) references orders.seller_order (id),
        constraint order_line_amount check (line_vnd = price_vnd * quantity and quantity > 0)
      )`);
    await runner.query(`create index order_line_seller_order on orders.order_line (seller_order_id)`);
    await runner.query(`
      create table orders.payment_intent (
        id uuid not null,
        seller_order_id uuid not null,
        method text not null,
        amount_vnd bigint not null,
        state text not null,
        changed_at timestamptz not null,
        constraint "PK_payment_intent" primary key (id),
        constraint payment_intent_of_seller_order foreign key (seller_order_id) references orders.seller_order (id),
        constraint payment_intent_amount check (amount_vnd >= 0),
        constraint payment_intent_state check (state in ('due', 'collected', 'void'))
      )`);
    await runner.query(`create unique index payment_intent_seller_order on orders.payment_intent (seller_order_id)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
