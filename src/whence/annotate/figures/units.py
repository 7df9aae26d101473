"""Units of measure and currencies, by the words that the news uses for them.

Currencies are ISO 4217 codes, units the names of the International System of Units and of the
customary British and American measures in the singular. Where a word names the money of several
countries ("dinar", "peso", "krona") the unit is that word.
"""

from dataclasses import dataclass

from whence.annotate.numerals import Scan, word_list

_SYMBOLS = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₴": "UAH",
    "₪": "ILS",
    "₩": "KRW",
    "₦": "NGN",
    "₫": "VND",
    "₱": "PHP",
}
#: Letters before a dollar or pound sign: "US$", "C$", "A$5m".
_DOLLARS = {
    "us": "USD",
    "c": "CAD",
    "ca": "CAD",
    "a": "AUD",
    "au": "AUD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "nt": "TWD",
    "r": "BRL",
}
CODES = frozenset(
    word_list(
        "usd eur gbp jpy chf cny rub uah try inr pkr ils egp iqd syp irr sar aed qar kwd cad aud "
        "nzd hkd sgd twd krw mxn brl ars clp cop zar ngn kes sek nok dkk pln czk huf ron idr myr "
        "thb php vnd bdt lkr npr mmk kzt azn gel amd bgn rsd mad dzd tnd lyd jod bhd omr lbp yer "
        "afn etb ghs tzs ugx uyu pyg ves sdg btc eth"
    )
)
#: Unit: the words for it; those of several words stand with their spaces.
_WORDS: dict[str, str] = {
    "percent": "%|percent|per cent|pct",
    "percentage point": "percentage point|percentage points|pct point|pct points",
    "point": "point|points",
    "basis point": "basis point|basis points",
    "USD": "dollar|dollars|u . s . dollars|us dollars|american dollars",
    "CAD": "canadian dollars|canadian dollar",
    "AUD": "australian dollars|australian dollar",
    "NZD": "new zealand dollars",
    "HKD": "hong kong dollars",
    "SGD": "singapore dollars",
    "TWD": "taiwan dollars|new taiwan dollars",
    "EUR": "euro|euros",
    "GBP": "pounds sterling|british pounds|sterling|quid",
    "EGP": "egyptian pounds|egyptian pound",
    "SYP": "syrian pounds",
    "LBP": "lebanese pounds",
    "SDG": "sudanese pounds",
    "IQD": "iraqi dinars",
    "KWD": "kuwaiti dinars",
    "RSD": "serbian dinars",
    "AED": "uae dirhams|emirati dirhams",
    "MAD": "moroccan dirhams",
    "SAR": "saudi riyals",
    "QAR": "qatari riyals",
    "IRR": "iranian rials",
    "YER": "yemeni rials",
    "MXN": "mexican pesos",
    "ARS": "argentine pesos",
    "PHP": "philippine pesos",
    "CLP": "chilean pesos",
    "COP": "colombian pesos",
    "SEK": "swedish kronor|swedish crowns|swedish krona",
    "NOK": "norwegian kroner|norwegian crowns",
    "DKK": "danish kroner|danish crowns",
    "CZK": "czech crowns|czech koruna|koruna",
    "HUF": "forint|forints",
    "BRL": "brazilian reais|reais",
    "KRW": "korean won|south korean won",
    "PKR": "pakistani rupees",
    "LKR": "sri lankan rupees",
    "THB": "baht",
    "MYR": "ringgit",
    "IDR": "rupiah",
    "BDT": "taka",
    "KZT": "tenge",
    "ETB": "birr",
    "GHS": "cedis|cedi",
    "BTC": "bitcoin|bitcoins",
    "JPY": "yen",
    "CNY": "yuan|renminbi",
    "RUB": "ruble|rubles|rouble|roubles",
    "INR": "rupee|rupees",
    "TRY": "lira|liras|turkish lira|turkish liras",
    "UAH": "hryvnia|hryvnias",
    "ILS": "shekel|shekels",
    "CHF": "swiss franc|swiss francs",
    "ZAR": "rand",
    "NGN": "naira",
    "PLN": "zloty|zlotys",
    "cent": "cent|cents|pence",
    "dinar": "dinar|dinars",
    "dirham": "dirham|dirhams",
    "riyal": "riyal|riyals|rial|rials",
    "peso": "peso|pesos",
    "franc": "franc|francs",
    "mark": "marks",
    "krona": "krona|kronor|krone|kroner",
    "crown": "crowns",
    "pound": "pound|pounds|lb|lbs",
    "kilometre": "kilometre|kilometres|kilometer|kilometers|km|kms",
    "metre": "metre|metres|meter|meters",
    "centimetre": "centimetre|centimetres|centimeter|centimeters|cm",
    "millimetre": "millimetre|millimetres|millimeter|millimeters|mm",
    "mile": "mile|miles",
    "nautical mile": "nautical mile|nautical miles",
    "yard": "yard|yards",
    "foot": "foot|feet|ft",
    "inch": "inch|inches",
    "square kilometre": "square kilometres|square kilometers|square km|sq km",
    "square metre": "square metres|square meters|sq m",
    "square mile": "square miles|square mile",
    "square foot": "square feet|sq ft|square foot",
    "acre": "acre|acres",
    "hectare": "hectare|hectares",
    "cubic metre": "cubic metres|cubic meters",
    "cubic foot": "cubic feet",
    "litre": "litre|litres|liter|liters",
    "gallon": "gallon|gallons",
    "barrel": "barrel|barrels",
    "tonne": "tonne|tonnes|metric ton|metric tons",
    "ton": "ton|tons",
    "kilogram": "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos|kg",
    "gram": "gram|grams|gramme|grammes",
    "ounce": "ounce|ounces|oz",
    "kilometre per hour": "kilometres per hour|kilometers per hour|kilometres an hour|"
    "kilometers an hour|km / h|kph",
    "mile per hour": "miles per hour|miles an hour|mph",
    "kilometre per second": "kilometres per second|kilometers per second|kilometers a second",
    "metre per second": "metres per second|meters per second|m / s",
    "foot per second": "feet per second",
    "knot": "knots",
    "light-year": "light year|light years|light - year|light - years",
    "astronomical unit": "astronomical units|astronomical unit",
    "cubic kilometre": "cubic kilometres|cubic kilometers",
    "millilitre": "millilitre|millilitres|milliliter|milliliters|ml",
    "milligram": "milligram|milligrams|mg",
    "microgram": "microgram|micrograms",
    "micrometre": "micron|microns|micrometre|micrometres|micrometer|micrometers",
    "nanometre": "nanometre|nanometres|nanometer|nanometers|nm",
    "pint": "pint|pints",
    "bushel": "bushel|bushels",
    "carat": "carat|carats",
    "calorie": "calorie|calories",
    "decibel": "decibel|decibels|db",
    "hertz": "hertz|hz",
    "megahertz": "megahertz|mhz",
    "gigahertz": "gigahertz|ghz",
    "volt": "volt|volts",
    "pixel": "pixel|pixels",
    "megapixel": "megapixel|megapixels",
    "millibar": "millibar|millibars",
    "kilobyte": "kilobyte|kilobytes",
    "petabyte": "petabyte|petabytes",
    "degree": "degree|degrees|°",
    "degree Celsius": "degrees celsius|degrees centigrade|degree celsius|° c|celsius|centigrade",
    "degree Fahrenheit": "degrees fahrenheit|° f|fahrenheit",
    "watt": "watt|watts",
    "kilowatt": "kilowatt|kilowatts|kw",
    "megawatt": "megawatt|megawatts|mw",
    "gigawatt": "gigawatt|gigawatts|gw",
    "kilowatt-hour": "kilowatt hours|kwh",
    "megabyte": "megabyte|megabytes|mb",
    "gigabyte": "gigabyte|gigabytes|gb",
    "terabyte": "terabyte|terabytes|tb",
    "second": "second|seconds|secs",
    "minute": "minute|minutes|min|mins",
    "hour": "hour|hours|hr|hrs",
    "day": "day|days",
    "night": "night|nights",
    "millisecond": "millisecond|milliseconds",
    "week": "week|weeks",
    "fortnight": "fortnight|fortnights",
    "month": "month|months",
    "quarter": "quarters",
    "year": "year|years|yr|yrs",
    "decade": "decade|decades",
    "century": "century|centuries",
    "millennium": "millennium|millennia",
}
_GLUED_DEGREES = {"C": "degree Celsius", "F": "degree Fahrenheit"}
#: Measures of time and of parts, of which the noun before them is as often what is measured.
CURRENCIES = frozenset({*_SYMBOLS.values(), *_DOLLARS.values(), *(c.upper() for c in CODES)})
_ROUGH_MONEY = frozenset(word_list("dinar dirham riyal peso franc mark krona crown cent"))


def _index() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for unit, phrases in _WORDS.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            index.setdefault(words[0], []).append((words, unit))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


_INDEX = _index()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and the index after its last word (or of its first, where it stands before)."""

    name: str
    at: int

    @property
    def is_money(self) -> bool:
        """Whether it is a currency."""
        return self.name in CURRENCIES or self.name in _ROUGH_MONEY


def unit_after(words: Scan, i: int) -> Unit | None:
    """The unit that word `i` begins, a hyphen before it passed over ("10-day")."""
    if words.form(i) == "-" and words.glued(i) and i + 1 < len(words) and words.glued(i + 1):
        i += 1
    if words.form(i) == "of" and i > 0 and words.forms[i - 1].endswith("s"):
        of = unit_after(words, i + 1)  # "millions of dollars", "hundreds of acres"
        plural = of is not None and words.forms[of.at - 1].endswith(("s", "feet", "yen", "yuan"))
        return of if of is not None and (of.is_money or plural) else None
    form = words.form(i)
    if not form or words.fresh[i]:
        return None
    degrees = _GLUED_DEGREES.get(words.written[i])
    if degrees is not None and words.glued(i) and words.form(i - 1)[:1].isdigit():
        return None if words.capital[i - 2] else Unit(degrees, i + 1)  # "iPhone 5C"
    for phrase, unit in _INDEX.get(form, ()):
        if tuple(words.forms[i : i + len(phrase)]) == phrase:
            return Unit(unit, i + len(phrase))
    if form in CODES and words.written[i].isupper():
        return Unit(form.upper(), i + 1)
    return None


def unit_before(words: Scan, i: int) -> Unit | None:
    """The currency sign or code right before word `i`."""
    form = words.form(i - 1)
    if not 0 < i < len(words) or words.fresh[i]:
        return None
    if form in _SYMBOLS:
        letters = words.form(i - 2)
        if words.glued(i - 1) and letters in _DOLLARS and form == "$":
            return Unit(_DOLLARS[letters], i - 2)
        dotted = tuple(words.forms[max(0, i - 5) : i - 1]) == ("u", ".", "s", ".")
        return Unit(_SYMBOLS[form], i - 5 if dotted and words.glued(i - 1) else i - 1)
    if form in CODES and words.written[i - 1].isupper():
        return Unit(form.upper(), i - 1)
    if form == "rs" and words.capital[i - 1]:
        return Unit("INR", i - 1)
    return None
