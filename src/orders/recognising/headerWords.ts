import type { ColumnRole } from "./recognition";
import { plainWords } from "../cellValues/plainText";

interface Words {
  readonly role: ColumnRole;
  /** How surely the words name the role: an order date is surer than a delivery date. */
  readonly weight: number;
  /** Parted by `|`; English, Persian, Arabic, Polish, Armenian. */
  readonly words: readonly string[];
  /** Words that are too common to count as a part of a heading. */
  readonly onlyWhole?: true;
}

/** Headings as people write them. Within a role, the surer words come with the larger weight. */
const VOCABULARY: readonly Words[] = [
  {
    role: "customer",
    weight: 1,
    words: [
      "customer id|customer no|customer number|customer code|customer|cust id|custid|customerid|client id|client no|client|buyer id|user id|member id|account id|account number|donor id|subscriber id|شناسه خریدار|sold to party|sold to pt|sell to customer no|bill to customer no|customer account|payer",
      "مشتری|کد مشتری|شناسه مشتری|شماره مشتری|شناسه کاربر|کد اشتراک|شماره اشتراک|کد طرف مقابل|طرف مقابل|کد تفصیلی|کد خریدار|کد طرف حساب",
      "العميل|عميل|رقم العميل|معرف العميل|معرّف العميل|كود العميل|رمز العميل|رقم الزبون|الزبون|كود الزبون|رمز الزبون|رقم العضوية|رقم حساب العميل",
      "klient|id klienta|nr klienta|numer klienta|kod klienta|identyfikator klienta|kod kontrahenta|id kontrahenta|numer kontrahenta|zleceniodawca|płatnik|akronim|akronim kontrahenta",
      "հաճախորդ|հաճախորդի համար|հաճախորդի համարը|հաճախորդի կոդ|հաճախորդի id|գնորդի կոդ|գնորդի համար|կոնտրագենտ|կոնտրագենտի կոդ|գործընկեր|գործընկերոջ կոդ|պատվիրատուի կոդ",
    ],
  },
  {
    role: "customer",
    weight: 0.85,
    words: [
      "customer name|client name|buyer|buyer name|user|username|member|account|account name|donor|subscriber|patient|guest|company|company name|customer email|email|email address|e mail|sold to|bill to|billing name|contact|bill to name|sell to customer name|sold to name|potential customer|customer full name|customer email address|billing email|customer company|shopper",
      "نام مشتری|خریدار|نام خریدار|کاربر|عضو|مشترک|ایمیل|طرف حساب|شماره موبایل|شماره تماس|نام شرکت|نام طرف مقابل|نام طرف حساب|تفصیلی|موبایل|پست الکترونیک|نام و نام خانوادگی|شناسه ملی",
      "اسم العميل|اسم الزبون|المشتري|اسم المشتري|المستخدم|العضو|المشترك|البريد الإلكتروني|الحساب|اسم الشركة|رقم الجوال|اسم الحساب|رقم الهاتف|الجوال|الاسم الكامل|الرقم الضريبي",
      "nazwa klienta|imię i nazwisko|kupujący|nabywca|kontrahent|odbiorca|użytkownik|konto|e-mail klienta|adres e-mail|firma|nazwa kontrahenta|nazwa nabywcy|login kupującego|email|nip|nip nabywcy|nazwa firmy|płacący",
      "հաճախորդի անուն|հաճախորդի անունը|գնորդ|գնորդի անուն|պատվիրատու|օգտատեր|օգտվող|բաժանորդ|էլ փոստ|էլփոստ|ընկերություն|հաճախորդի անվանում|գնորդի անվանում|պատվիրատուի անուն|կազմակերպություն|հեռախոսահամար|հվհհ|գնորդի հվհհ",
    ],
  },
  {
    role: "date",
    weight: 1,
    words: [
      "date|order date|purchase date|transaction date|sale date|sales date|invoice date|date of order|date of purchase|order day|orderdate|invoicedate|purchased on|ordered at|order timestamp|date time|datetime|document date|doc date|billing date|created date|date created|date placed",
      "تاریخ|تاریخ سفارش|تاریخ خرید|تاریخ فروش|تاریخ فاکتور|تاریخ تراکنش|زمان سفارش|تاریخ صدور|تاریخ صورتحساب|تاریخ سند|تاریخ ثبت سفارش",
      "التاريخ|تاريخ|تاريخ الطلب|تاريخ الشراء|تاريخ البيع|تاريخ الفاتورة|تاريخ العملية|تاريخ المعاملة|تاريخ الإصدار|تاريخ المستند|تاريخ الحركة|تاريخ السند",
      "data|data zamówienia|data zakupu|data sprzedaży|data transakcji|data faktury|data wystawienia|data dokumentu|data złożenia|data złożenia zamówienia|data operacji|data wystawienia faktury",
      "ամսաթիվ|պատվերի ամսաթիվ|գնման ամսաթիվ|վաճառքի ամսաթիվ|հաշվի ամսաթիվ|գործարքի ամսաթիվ|փաստաթղթի ամսաթիվ|դուրսգրման ամսաթիվ|հաշվի դուրսգրման ամսաթիվ",
    ],
  },
  {
    role: "date",
    weight: 0.7,
    words: [
      "created|created at|created on|payment date|paid at|posting date|booking date|day|time|timestamp|period|month",
      "تاریخ ثبت|تاریخ ایجاد|تاریخ پرداخت|روز|زمان",
      "تاريخ الإنشاء|تاريخ الدفع|تاريخ السداد|اليوم|الوقت",
      "data utworzenia|data płatności|data księgowania|dzień|czas|utworzono|data zapłaty|data wpłaty",
      "ստեղծման ամսաթիվ|վճարման ամսաթիվ|օր|ժամանակ|օրը",
    ],
  },
  {
    role: "date",
    weight: 0.4,
    words: [
      "ship date|shipping date|delivery date|due date|updated at|modified|registration date|birth date|date of birth|return date",
      "تاریخ ارسال|تاریخ تحویل|تاریخ سررسید|تاریخ تولد|تاریخ عضویت",
      "تاريخ الشحن|تاريخ التسليم|تاريخ الاستحقاق|تاريخ الميلاد|تاريخ التسجيل",
      "data wysyłki|data dostawy|termin płatności|data urodzenia|data rejestracji",
      "առաքման ամսաթիվ|վճարման ժամկետ|ծննդյան ամսաթիվ|գրանցման ամսաթիվ",
    ],
  },
  {
    role: "amount",
    weight: 1,
    words: [
      "amount|order amount|total amount|order total|order value|sales amount|sale amount|invoice amount|invoice total|revenue|sales|net amount|gross amount|net sales|transaction amount|line total|line amount|total price|total|value|spend|turnover|purchase amount|extended price|order total amount|grand total|net value|net revenue|n revenue|total sales|total revenue|net total|gross total|amount due|amount in local currency|amount in doc curr|amount in document currency|amount in lc|order sum",
      "مبلغ|مبلغ سفارش|مبلغ کل|مبلغ خرید|مبلغ فروش|مبلغ فاکتور|جمع کل|جمع فاکتور|ارزش سفارش|درآمد|فروش|مبلغ نهایی|مبلغ پرداختی|مبلغ خالص|خالص فروش|فروش خالص|خالص فاکتور|مبلغ قابل پرداخت|قابل پرداخت|جمع مبلغ|جمع|مبلغ صورتحساب|جمع کل سفارش|مبلغ ناخالص|مبلغ ریالی",
      "المبلغ|مبلغ|مبلغ الطلب|قيمة الطلب|إجمالي الطلب|المبلغ الإجمالي|الإجمالي|مبلغ الفاتورة|قيمة الفاتورة|الإيراد|الإيرادات|المبيعات|مبلغ الشراء|القيمة|صافي المبلغ|المبلغ الصافي|الصافي|إجمالي المبلغ|القيمة الإجمالية|المبلغ الكلي|إجمالي الفاتورة|صافي المبيعات|المجموع|المجموع الكلي|المبلغ المستحق|صافي القيمة",
      "kwota|wartość|kwota zamówienia|wartość zamówienia|suma|razem|kwota brutto|kwota netto|wartość brutto|wartość netto|przychód|sprzedaż|obrót|do zapłaty|łącznie|suma brutto|suma netto|razem brutto|należność|kwota faktury|wartość faktury|wartość sprzedaży|kwota w walucie krajowej|suma zamówienia",
      "գումար|գումարը|պատվերի գումար|պատվերի արժեք|ընդհանուր գումար|ընդամենը|վաճառքի գումար|եկամուտ|հասույթ|վաճառք|շրջանառություն|ընդհանուր արժեք|վճարման ենթակա գումար|իրացման գումար|հանրագումար|զուտ գումար|հաշվի գումար",
    ],
  },
  {
    role: "amount",
    weight: 0.6,
    words: [
      "paid|payment|charged|subtotal|price",
      "پرداختی|پرداخت|بها",
      "المدفوع|الدفعة|الثمن",
      "zapłacono|płatność|cena|netto|brutto",
      "վճար|վճարում|արժեք",
    ],
  },
  {
    role: "quantity",
    weight: 1,
    words: [
      "quantity|qty|units|units sold|pieces|count|items|number of items|no of units|lineitem quantity|order quantity|items sold|qty ordered",
      "تعداد|مقدار|تعداد کل",
      "الكمية|كمية|العدد|عدد الوحدات|عدد القطع",
      "ilość|liczba sztuk|sztuk|szt|liczba|ilość sztuk",
      "քանակ|քանակը|հատ|միավոր|քանակություն",
    ],
  },
  {
    role: "price",
    weight: 1,
    words: [
      "unit price|price|price per unit|item price|unit cost price|unitprice|price each|rate|sales price|net price|lineitem price|item cost|selling price|list price",
      "قیمت|قیمت واحد|بهای واحد|فی|مبلغ واحد|قیمت فروش",
      "السعر|سعر الوحدة|سعر|ثمن الوحدة|السعر للوحدة|سعر البيع|السعر الإفرادي",
      "cena|cena jednostkowa|cena jedn|cena za sztukę|cena netto|cena brutto|cena sprzedaży|cena jedn netto|cena jedn brutto",
      "գին|միավորի գին|գինը|հատի գին|վաճառքի գին|միավորի արժեք",
    ],
  },
  {
    role: "orderId",
    weight: 1,
    words: [
      "order id|order no|order number|order|order ref|order code|invoice|invoice no|invoice number|invoice id|transaction id|transaction no|transaction|receipt|receipt no|receipt number|orderid|invoiceno|sales order|document no|bill no|reference|ref|sales document|billing document|document number|order name|increment id|charge id|payment id|posting no",
      "شماره سفارش|کد سفارش|شناسه سفارش|سفارش|شماره فاکتور|فاکتور|شماره تراکنش|کد پیگیری|شماره سند|شماره صورتحساب|سریال فاکتور|شماره حواله|شماره تراکنش",
      "رقم الطلب|معرف الطلب|الطلب|رقم الفاتورة|الفاتورة|رقم العملية|رقم المعاملة|رقم الإيصال|رقم المرجع|رقم المستند|رقم السند|رقم أمر البيع|رقم القيد|كود الطلب",
      "nr zamówienia|numer zamówienia|id zamówienia|zamówienie|nr faktury|numer faktury|faktura|nr transakcji|numer transakcji|nr dokumentu|paragon|nr paragonu|numer dokumentu|numer obcy|dokument sprzedaży|symbol dokumentu|nr faktury vat",
      "պատվերի համար|պատվերի համարը|պատվերի կոդ|պատվեր|հաշվի համար|հաշիվ ապրանքագիր|գործարքի համար|կտրոնի համար|փաստաթղթի համար|հաշիվ ապրանքագրի համար|հաշվի սերիա և համար",
    ],
  },
  {
    role: "currency",
    weight: 1,
    words: [
      "currency|currency code|curr|ccy|doc currency|document currency|order currency|local currency",
      "ارز|واحد پول|نوع ارز|واحد ارز|نام ارز|کد ارز",
      "العملة|عملة|رمز العملة|نوع العملة|كود العملة|عملة الطلب",
      "waluta|kod waluty|waluta dokumentu|waluta zamówienia",
      "արժույթ|արժույթը|արտարժույթ|արժույթի կոդ",
    ],
  },
  {
    role: "group",
    weight: 1,
    words: [
      "region|channel|sales channel|segment|customer segment|country|market|store|branch|product category|category|product line|territory|area|source|customer group|customer type|group|billing country|shipping country|country code|purchase point|sales office|sales organization|state province|county",
      "منطقه|ناحیه|استان|کشور|کانال|کانال فروش|شعبه|فروشگاه|گروه|گروه مشتری|دسته|دسته بندی|بازار|انبار|مرکز فروش",
      "المنطقة|منطقة|الإقليم|البلد|الدولة|القناة|قناة البيع|الفرع|المتجر|الفئة|المجموعة|الشريحة|السوق|المحافظة|المستودع|مركز البيع",
      "region|kanał|kanał sprzedaży|segment|kraj|rynek|sklep|oddział|kategoria|grupa|grupa klientów|województwo|obszar|magazyn|miejsce sprzedaży|źródło zamówienia",
      "տարածաշրջան|մարզ|երկիր|ալիք|վաճառքի ալիք|հատված|շուկա|խանութ|մասնաճյուղ|կատեգորիա|խումբ|պահեստ|վաճառքի կետ",
    ],
  },
  {
    role: "group",
    weight: 0.6,
    words: [
      "product|product name|item|city|state|brand|sku|description|plan|sales rep|salesperson",
      "محصول|کالا|نام کالا|شهر|برند|شرح|فروشنده",
      "المنتج|اسم المنتج|الصنف|المدينة|العلامة التجارية|البائع|مندوب المبيعات",
      "produkt|nazwa produktu|towar|miasto|marka|opis|handlowiec",
      "ապրանք|ապրանքի անուն|քաղաք|ապրանքանիշ|նկարագրություն|վաճառող",
    ],
  },
  {
    role: "orderId",
    weight: 0.5,
    onlyWhole: true,
    words: ["id|num|no|number", "شماره", "الرقم|رقم", "numer|nr", "համար|համարը"],
  },
  {
    role: "customer",
    weight: 0.5,
    onlyWhole: true,
    words: ["name|full name", "نام", "الاسم", "nazwa|nazwisko", "անուն|անվանում"],
  },
  { role: "price", weight: 0.6, onlyWhole: true, words: ["نرخ"] },
];

/** What an amount says of its tax: "Amount Including VAT" is an amount, "VAT" is none. */
const TAX_SAID = [
  "including vat|incl vat|inc vat|with vat|excluding vat|excl vat|ex vat|without vat|including tax|incl tax|inc tax|with tax|excluding tax|excl tax|ex tax|before tax|after tax|without tax",
  "با مالیات|بدون مالیات|شامل مالیات|با احتساب مالیات|پس از کسر تخفیف|بعد از تخفیف",
  "شامل الضريبة|شاملا الضريبة|بدون الضريبة|قبل الضريبة|بعد الضريبة|بعد الخصم",
  "z vat|bez vat|z podatkiem|bez podatku|po rabacie",
  "ներառյալ ԱԱՀ|առանց ԱԱՀ|ԱԱՀ ով",
]
  .join("|")
  .split("|")
  .map(plainWords);

const withoutTaxSaid = (plain: string): string =>
  TAX_SAID.reduce((text, said) => ` ${text} `.replace(` ${said} `, " ").trim(), plain) || plain;

/** Headings about an order or a customer that name neither: "Order Status", "Customer Note". */
const NO_NAME = new Set(
  (
    "type|status|state|note|notes|method|memo|count|since|" +
    "نوع|وضعیت|یادداشت|توضیحات|روش|حالة|الحالة|ملاحظات|ملاحظة|طريقة|" +
    "typ|rodzaj|stan|uwagi|sposób|տեսակ|կարգավիճակ|նշում|եղանակ"
  )
    .split("|")
    .map(plainWords),
);

/** Headings of columns that hold numbers, but not what an order brought in. */
const NOT_AN_AMOUNT = new Set(
  (
    "tax|taxes|vat|discount|discounts|refund|refunded|refunds|outstanding|duties|shipping|freight|cost|costs|cogs|margin|profit|fee|fees|tip|balance|points|age|year|month|phone|" +
    "zip|postal code|row|line|line no|no|nr|lp|" +
    "مالیات|تخفیف|هزینه|هزینه ارسال|سود|سال|ماه|ردیف|کد پستی|تلفن|" +
    "الضريبة|ضريبة|الخصم|خصم|الشحن|التكلفة|الربح|السنة|الشهر|الهاتف|م|" +
    "podatek|vat|stawka|rabat|wysyłka|koszt|koszty|zysk|marża|rok|miesiąc|telefon|kod pocztowy|" +
    "հարկ|ԱԱՀ|զեղչ|առաքում|ծախս|ինքնարժեք|շահույթ|տարի|ամիս|հեռախոս"
  )
    .split("|")
    .map(plainWords),
);

const roles = new Map<string, { role: ColumnRole; weight: number; onlyWhole: boolean }[]>();
for (const { role, weight, words, onlyWhole = false } of VOCABULARY) {
  for (const phrase of words.join("|").split("|").map(plainWords)) {
    roles.set(phrase, [...(roles.get(phrase) ?? []), { role, weight, onlyWhole }]);
  }
}

const PART_OF_HEADING = 0.7;

/** How surely a heading names each role, 0 to 1: the whole heading counts fully, a part of it less. */
export function rolesOfHeading(heading: string): ReadonlyMap<ColumnRole, number> {
  const found = new Map<ColumnRole, number>();
  const keep = (phrase: string, factor: number): void => {
    for (const { role, weight, onlyWhole } of roles.get(phrase) ?? []) {
      if (factor === 1 || !onlyWhole) found.set(role, Math.max(found.get(role) ?? 0, weight * factor));
    }
  };
  // What stands in brackets explains the heading: "Amount (EUR)", "Date [UTC]".
  const plain = withoutTaxSaid(plainWords(heading.replace(/[([{].*$/u, "")) || plainWords(heading));
  keep(plain, 1);
  const words = plain.split(" ").slice(0, 8);
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) {
      if (to - from < words.length) keep(words.slice(from, to).join(" "), PART_OF_HEADING);
    }
  }
  if (NOT_AN_AMOUNT.has(plain) || words.some((word) => NOT_AN_AMOUNT.has(word))) {
    found.delete("amount");
    found.delete("price");
  }
  if (words.some((word) => NO_NAME.has(word))) {
    found.delete("orderId");
    found.delete("customer");
  }
  return found;
}

/** Whether a heading says that its numbers are no amounts of orders: tax, discount, phone. */
export const isOtherNumber = (heading: string): boolean =>
  withoutTaxSaid(plainWords(heading))
    .split(" ")
    .some((word) => NOT_AN_AMOUNT.has(word));
