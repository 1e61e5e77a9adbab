import { rolesOfHeading } from "../../src/orders/recognising/headerWords";
import type { ColumnRole } from "../../src/orders/recognising/recognition";

type Wanted = Readonly<Partial<Record<ColumnRole, string>>>;

/**
 * Headings as programs write them into their exports of orders, in their order, shortened; the roles beside them are
 * what a person would choose. Where two columns would do (before and after tax), the first is as good.
 */
const EXPORTS: readonly (readonly [string, readonly string[], Wanted])[] = [
  [
    "Shopify, orders",
    ["Name", "Email", "Financial Status", "Paid at", "Fulfillment Status", "Currency", "Subtotal", "Shipping", "Taxes", "Total", "Discount Code", "Discount Amount", "Lineitem quantity", "Lineitem name", "Lineitem price", "Billing Country", "Refunded Amount", "Outstanding Balance", "Id"],
    { customer: "Email", date: "Paid at", amount: "Total", currency: "Currency", orderId: "Id", quantity: "Lineitem quantity", price: "Lineitem price", group: "Billing Country" },
  ],
  [
    "WooCommerce, order export",
    ["Order Number", "Order Status", "Order Date", "Customer Note", "Email (Billing)", "Country Code (Billing)", "Payment Method Title", "Order Subtotal Amount", "Order Shipping Amount", "Order Refund Amount", "Order Total Amount", "Order Total Tax Amount", "Quantity", "Item Cost"],
    { customer: "Email (Billing)", date: "Order Date", amount: "Order Total Amount", orderId: "Order Number", group: "Country Code (Billing)", quantity: "Quantity" },
  ],
  [
    "WooCommerce, analytics",
    ["Date", "Order #", "Status", "Customer", "Customer type", "Items sold", "Coupon(s)", "N. Revenue"],
    { customer: "Customer", date: "Date", amount: "N. Revenue", orderId: "Order #", quantity: "Items sold", group: "Customer type" },
  ],
  [
    "Stripe, payments",
    ["id", "Created date (UTC)", "Amount", "Amount Refunded", "Currency", "Converted Amount", "Description", "Fee", "Customer ID", "Customer Email", "Status"],
    { customer: "Customer ID", date: "Created date (UTC)", amount: "Amount", currency: "Currency", orderId: "id" },
  ],
  [
    "Magento, orders grid",
    ["ID", "Purchase Point", "Purchase Date", "Bill-to Name", "Grand Total (Base)", "Grand Total (Purchased)", "Status"],
    { customer: "Bill-to Name", date: "Purchase Date", amount: "Grand Total (Base)", orderId: "ID", group: "Purchase Point" },
  ],
  [
    "Dynamics 365 Business Central, posted invoices",
    ["No.", "Sell-to Customer No.", "Sell-to Customer Name", "Currency Code", "Due Date", "Document Date", "Amount", "Amount Including VAT", "Status"],
    { customer: "Sell-to Customer No.", date: "Document Date", amount: "Amount", currency: "Currency Code", orderId: "No." },
  ],
  [
    "QuickBooks, sales by customer",
    ["Date", "Transaction Type", "Num", "Product/Service", "Memo/Description", "Qty", "Sales Price", "Amount", "Balance", "Customer"],
    { customer: "Customer", date: "Date", amount: "Amount", orderId: "Num", quantity: "Qty", price: "Sales Price" },
  ],
  [
    "SAP, list of sales orders",
    ["Sales Document", "Document Date", "Sold-To Party", "Material", "Order Quantity", "Net Price", "Net Value", "Document Currency"],
    { customer: "Sold-To Party", date: "Document Date", amount: "Net Value", orderId: "Sales Document", quantity: "Order Quantity", price: "Net Price", currency: "Document Currency" },
  ],
  [
    "SAP in Polish",
    ["Dokument sprzedaży", "Data dokumentu", "Zleceniodawca", "Ilość", "Cena netto", "Wartość netto", "Waluta dokumentu"],
    { customer: "Zleceniodawca", date: "Data dokumentu", amount: "Wartość netto", orderId: "Dokument sprzedaży", quantity: "Ilość", price: "Cena netto", currency: "Waluta dokumentu" },
  ],
  [
    "Comarch ERP Optima",
    ["Numer dokumentu", "Data wystawienia", "Kod kontrahenta", "Nazwa kontrahenta", "Netto", "VAT", "Waluta", "Kategoria"],
    { customer: "Kod kontrahenta", date: "Data wystawienia", amount: "Netto", orderId: "Numer dokumentu", currency: "Waluta", group: "Kategoria" },
  ],
  [
    "Subiekt",
    ["Numer", "Data sprzedaży", "Nabywca", "NIP", "Wartość brutto", "Stawka VAT", "Magazyn", "Uwagi"],
    { customer: "Nabywca", date: "Data sprzedaży", amount: "Wartość brutto", orderId: "Numer", group: "Magazyn" },
  ],
  [
    "BaseLinker",
    ["ID zamówienia", "Status zamówienia", "Data złożenia", "Login kupującego", "Kwota zamówienia", "Waluta", "Źródło zamówienia"],
    { customer: "Login kupującego", date: "Data złożenia", amount: "Kwota zamówienia", orderId: "ID zamówienia", currency: "Waluta", group: "Źródło zamówienia" },
  ],
  [
    "Sepidar, sales invoices",
    ["ردیف", "شماره فاکتور", "تاریخ", "کد طرف مقابل", "نام طرف مقابل", "تعداد", "فی", "مبلغ", "تخفیف", "مالیات", "ارز", "وضعیت"],
    { customer: "کد طرف مقابل", date: "تاریخ", amount: "مبلغ", orderId: "شماره فاکتور", quantity: "تعداد", price: "فی", currency: "ارز" },
  ],
  [
    "Hamkaran System, sales",
    ["شماره صورتحساب", "تاریخ صدور", "مشتری", "مرکز فروش", "مقدار", "نرخ", "خالص فروش", "مالیات و عوارض", "نام ارز"],
    { customer: "مشتری", date: "تاریخ صدور", amount: "خالص فروش", orderId: "شماره صورتحساب", quantity: "مقدار", price: "نرخ", currency: "نام ارز", group: "مرکز فروش" },
  ],
  [
    "a Persian shop",
    ["شماره سفارش", "وضعیت سفارش", "تاریخ ثبت سفارش", "موبایل", "استان", "هزینه ارسال", "جمع کل سفارش", "مبلغ کل با مالیات"],
    { customer: "موبایل", date: "تاریخ ثبت سفارش", amount: "جمع کل سفارش", orderId: "شماره سفارش", group: "استان" },
  ],
  [
    "an Arabic shop",
    ["رقم الطلب", "حالة الطلب", "تاريخ الطلب", "اسم العميل", "رقم الجوال", "المدينة", "تكلفة الشحن", "إجمالي الطلب", "عملة الطلب", "طريقة الدفع"],
    { customer: "اسم العميل", date: "تاريخ الطلب", amount: "إجمالي الطلب", orderId: "رقم الطلب", currency: "عملة الطلب", group: "المدينة" },
  ],
  [
    "an Arabic accounting program",
    ["م", "رقم الفاتورة", "تاريخ الفاتورة", "كود العميل", "الكمية", "سعر الوحدة", "الخصم", "الضريبة", "المبلغ شامل الضريبة", "كود العملة"],
    { customer: "كود العميل", date: "تاريخ الفاتورة", amount: "المبلغ شامل الضريبة", orderId: "رقم الفاتورة", quantity: "الكمية", price: "سعر الوحدة", currency: "كود العملة" },
  ],
  [
    "1C in Armenian",
    ["Փաստաթղթի համար", "Ամսաթիվ", "Կոնտրագենտ", "ՀՎՀՀ", "Պահեստ", "Քանակ", "Գին", "Գումար", "ԱԱՀ", "Արժույթ"],
    { customer: "Կոնտրագենտ", date: "Ամսաթիվ", amount: "Գումար", orderId: "Փաստաթղթի համար", quantity: "Քանակ", price: "Գին", currency: "Արժույթ", group: "Պահեստ" },
  ],
  [
    "an Armenian accounting program",
    ["Հաշվի համար", "Դուրսգրման ամսաթիվ", "Գնորդի անվանում", "Գումարը ներառյալ ԱԱՀ", "ԱԱՀ գումար", "Կարգավիճակ"],
    { customer: "Գնորդի անվանում", date: "Դուրսգրման ամսաթիվ", amount: "Գումարը ներառյալ ԱԱՀ", orderId: "Հաշվի համար" },
  ],
]; // prettier-ignore

/** The heading that names the role most surely; the first of equals. */
function surest(role: ColumnRole, headings: readonly string[]): string | undefined {
  const scored = headings.map((heading) => ({ heading, score: rolesOfHeading(heading).get(role) ?? 0 }));
  const best = Math.max(...scored.map(({ score }) => score));
  return best > 0 ? scored.find(({ score }) => score === best)?.heading : undefined;
}

test.each(EXPORTS)("the columns of %s are known by their headings", (_, headings, wanted) => {
  const roles = Object.keys(wanted) as ColumnRole[];
  expect(Object.fromEntries(roles.map((role) => [role, surest(role, headings)]))).toEqual(wanted);
});

test("a tax, a discount or a refund is no amount, even where the heading says amount", () => {
  const none = [
    "VAT",
    "Tax Amount",
    "Discount Amount",
    "Refunded Amount",
    "Kwota VAT",
    "مبلغ تخفیف",
    "مبلغ الضريبة",
    "ԱԱՀ գումար",
  ];
  expect(none.filter((heading) => rolesOfHeading(heading).has("amount"))).toEqual([]);
});

test("a status or a note about an order is neither its number nor its customer", () => {
  const none = [
    "Order Status",
    "Customer Note",
    "Transaction Type",
    "Status zamówienia",
    "وضعیت سفارش",
    "حالة الطلب",
    "Պատվերի կարգավիճակ",
  ];
  expect(
    none.filter(
      (heading) => rolesOfHeading(heading).has("orderId") || rolesOfHeading(heading).has("customer"),
    ),
  ).toEqual([]);
});
