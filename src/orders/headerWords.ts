import type { ColumnRole } from "./recognition";
import { plainWords } from "./plainText";

interface Words {
  readonly role: ColumnRole;
  /** How surely the words name the role: an order date is surer than a delivery date. */
  readonly weight: number;
  /** Parted by `|`; English, Persian, Arabic, Polish, Armenian. */
  readonly words: readonly string[];
}

/** Headings as people write them. Within a role, the surer words come with the larger weight. */
const VOCABULARY: readonly Words[] = [
  {
    role: "customer",
    weight: 1,
    words: [
      "customer id|customer no|customer number|customer code|customer|cust id|custid|customerid|client id|client no|client|buyer id|user id|member id|account id|account number|donor id|subscriber id|شناسه خریدار",
      "مشتری|کد مشتری|شناسه مشتری|شماره مشتری|شناسه کاربر|کد اشتراک|شماره اشتراک",
      "العميل|عميل|رقم العميل|معرف العميل|معرّف العميل|كود العميل|رمز العميل|رقم الزبون|الزبون",
      "klient|id klienta|nr klienta|numer klienta|kod klienta|identyfikator klienta",
      "հաճախորդ|հաճախորդի համար|հաճախորդի համարը|հաճախորդի կոդ|հաճախորդի id|գնորդի կոդ|գնորդի համար",
    ],
  },
  {
    role: "customer",
    weight: 0.85,
    words: [
      "customer name|client name|buyer|buyer name|user|username|member|account|account name|donor|subscriber|patient|guest|company|company name|customer email|email|email address|e mail|sold to|bill to|billing name|contact",
      "نام مشتری|خریدار|نام خریدار|کاربر|عضو|مشترک|ایمیل|طرف حساب|شماره موبایل|شماره تماس|نام شرکت",
      "اسم العميل|اسم الزبون|المشتري|اسم المشتري|المستخدم|العضو|المشترك|البريد الإلكتروني|الحساب|اسم الشركة|رقم الجوال",
      "nazwa klienta|imię i nazwisko|kupujący|nabywca|kontrahent|odbiorca|użytkownik|konto|e-mail klienta|adres e-mail|firma",
      "հաճախորդի անուն|հաճախորդի անունը|գնորդ|գնորդի անուն|պատվիրատու|օգտատեր|օգտվող|բաժանորդ|էլ փոստ|էլփոստ|ընկերություն",
    ],
  },
  {
    role: "date",
    weight: 1,
    words: [
      "date|order date|purchase date|transaction date|sale date|sales date|invoice date|date of order|date of purchase|order day|orderdate|invoicedate|purchased on|ordered at|order timestamp|date time|datetime",
      "تاریخ|تاریخ سفارش|تاریخ خرید|تاریخ فروش|تاریخ فاکتور|تاریخ تراکنش|زمان سفارش",
      "التاريخ|تاريخ|تاريخ الطلب|تاريخ الشراء|تاريخ البيع|تاريخ الفاتورة|تاريخ العملية|تاريخ المعاملة",
      "data|data zamówienia|data zakupu|data sprzedaży|data transakcji|data faktury|data wystawienia",
      "ամսաթիվ|պատվերի ամսաթիվ|գնման ամսաթիվ|վաճառքի ամսաթիվ|հաշվի ամսաթիվ|գործարքի ամսաթիվ",
    ],
  },
  {
    role: "date",
    weight: 0.7,
    words: [
      "created|created at|created on|payment date|paid at|posting date|booking date|day|time|timestamp|period|month",
      "تاریخ ثبت|تاریخ ایجاد|تاریخ پرداخت|روز|زمان",
      "تاريخ الإنشاء|تاريخ الدفع|تاريخ السداد|اليوم|الوقت",
      "data utworzenia|data płatności|data księgowania|dzień|czas",
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
      "amount|order amount|total amount|order total|order value|sales amount|sale amount|invoice amount|invoice total|revenue|sales|net amount|gross amount|net sales|transaction amount|line total|line amount|total price|total|value|spend|turnover|purchase amount|extended price",
      "مبلغ|مبلغ سفارش|مبلغ کل|مبلغ خرید|مبلغ فروش|مبلغ فاکتور|جمع کل|جمع فاکتور|ارزش سفارش|درآمد|فروش|مبلغ نهایی|مبلغ پرداختی",
      "المبلغ|مبلغ|مبلغ الطلب|قيمة الطلب|إجمالي الطلب|المبلغ الإجمالي|الإجمالي|مبلغ الفاتورة|قيمة الفاتورة|الإيراد|الإيرادات|المبيعات|مبلغ الشراء|القيمة",
      "kwota|wartość|kwota zamówienia|wartość zamówienia|suma|razem|kwota brutto|kwota netto|wartość brutto|wartość netto|przychód|sprzedaż|obrót|do zapłaty",
      "գումար|գումարը|պատվերի գումար|պատվերի արժեք|ընդհանուր գումար|ընդամենը|վաճառքի գումար|եկամուտ|հասույթ|վաճառք|շրջանառություն",
    ],
  },
  {
    role: "amount",
    weight: 0.6,
    words: [
      "paid|payment|charged|subtotal|price",
      "پرداختی|پرداخت|بها",
      "المدفوع|الدفعة|الثمن",
      "zapłacono|płatność|cena",
      "վճար|վճարում|արժեք",
    ],
  },
  {
    role: "quantity",
    weight: 1,
    words: [
      "quantity|qty|units|units sold|pieces|count|items|number of items|no of units",
      "تعداد|مقدار",
      "الكمية|كمية|العدد|عدد الوحدات|عدد القطع",
      "ilość|liczba sztuk|sztuk|szt|liczba",
      "քանակ|քանակը|հատ|միավոր",
    ],
  },
  {
    role: "price",
    weight: 1,
    words: [
      "unit price|price|price per unit|item price|unit cost price|unitprice|price each|rate",
      "قیمت|قیمت واحد|بهای واحد|فی",
      "السعر|سعر الوحدة|سعر|ثمن الوحدة|السعر للوحدة",
      "cena|cena jednostkowa|cena jedn|cena za sztukę|cena netto|cena brutto",
      "գին|միավորի գին|գինը|հատի գին",
    ],
  },
  {
    role: "orderId",
    weight: 1,
    words: [
      "order id|order no|order number|order|order ref|order code|invoice|invoice no|invoice number|invoice id|transaction id|transaction no|transaction|receipt|receipt no|receipt number|orderid|invoiceno|sales order|document no|bill no|reference|ref",
      "شماره سفارش|کد سفارش|شناسه سفارش|سفارش|شماره فاکتور|فاکتور|شماره تراکنش|کد پیگیری|شماره سند",
      "رقم الطلب|معرف الطلب|الطلب|رقم الفاتورة|الفاتورة|رقم العملية|رقم المعاملة|رقم الإيصال|رقم المرجع",
      "nr zamówienia|numer zamówienia|id zamówienia|zamówienie|nr faktury|numer faktury|faktura|nr transakcji|numer transakcji|nr dokumentu|paragon|nr paragonu",
      "պատվերի համար|պատվերի համարը|պատվերի կոդ|պատվեր|հաշվի համար|հաշիվ ապրանքագիր|գործարքի համար|կտրոնի համար",
    ],
  },
  {
    role: "currency",
    weight: 1,
    words: [
      "currency|currency code|curr|ccy",
      "ارز|واحد پول|نوع ارز|واحد ارز",
      "العملة|عملة|رمز العملة",
      "waluta|kod waluty",
      "արժույթ|արժույթը|արտարժույթ",
    ],
  },
  {
    role: "group",
    weight: 1,
    words: [
      "region|channel|sales channel|segment|customer segment|country|market|store|branch|product category|category|product line|territory|area|source|customer group|customer type|group",
      "منطقه|ناحیه|استان|کشور|کانال|کانال فروش|شعبه|فروشگاه|گروه|گروه مشتری|دسته|دسته بندی|بازار",
      "المنطقة|منطقة|الإقليم|البلد|الدولة|القناة|قناة البيع|الفرع|المتجر|الفئة|المجموعة|الشريحة|السوق",
      "region|kanał|kanał sprzedaży|segment|kraj|rynek|sklep|oddział|kategoria|grupa|grupa klientów|województwo|obszar",
      "տարածաշրջան|մարզ|երկիր|ալիք|վաճառքի ալիք|հատված|շուկա|խանութ|մասնաճյուղ|կատեգորիա|խումբ",
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
];

/** Headings of columns that hold numbers, but not what an order brought in. */
const NOT_AN_AMOUNT = new Set(
  (
    "tax|vat|discount|shipping|freight|cost|costs|cogs|margin|profit|fee|fees|tip|balance|points|age|year|month|phone|" +
    "zip|postal code|row|line|line no|no|nr|lp|" +
    "مالیات|تخفیف|هزینه|هزینه ارسال|سود|سال|ماه|ردیف|کد پستی|تلفن|" +
    "الضريبة|ضريبة|الخصم|خصم|الشحن|التكلفة|الربح|السنة|الشهر|الهاتف|م|" +
    "podatek|rabat|wysyłka|koszt|koszty|zysk|marża|rok|miesiąc|telefon|kod pocztowy|" +
    "հարկ|ԱԱՀ|զեղչ|առաքում|ծախս|ինքնարժեք|շահույթ|տարի|ամիս|հեռախոս"
  )
    .split("|")
    .map(plainWords),
);

const roles = new Map<string, { role: ColumnRole; weight: number }[]>();
for (const { role, weight, words } of VOCABULARY) {
  for (const phrase of words.join("|").split("|").map(plainWords)) {
    roles.set(phrase, [...(roles.get(phrase) ?? []), { role, weight }]);
  }
}

const PART_OF_HEADING = 0.7;

/** How surely a heading names each role, 0 to 1: the whole heading counts fully, a part of it less. */
export function rolesOfHeading(heading: string): ReadonlyMap<ColumnRole, number> {
  const found = new Map<ColumnRole, number>();
  const keep = (phrase: string, factor: number): void => {
    for (const { role, weight } of roles.get(phrase) ?? []) {
      found.set(role, Math.max(found.get(role) ?? 0, weight * factor));
    }
  };
  // What stands in brackets explains the heading: "Amount (EUR)", "Date [UTC]".
  const plain = plainWords(heading.replace(/[([{].*$/u, "")) || plainWords(heading);
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
  return found;
}

/** Whether a heading says that its numbers are no amounts of orders: tax, discount, phone. */
export const isOtherNumber = (heading: string): boolean =>
  plainWords(heading)
    .split(" ")
    .some((word) => NOT_AN_AMOUNT.has(word));
