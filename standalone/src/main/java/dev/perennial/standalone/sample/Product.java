package dev.perennial.standalone.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * Something one can subscribe to.
 *
 * @param euros what a month of it costs in euros, about
 */
record Product(String id, String name, String vendor, String category, String euros) {

  static final List<Product> CATALOGUE =
      List.of(
          of("netflix", "Netflix", "Netflix Inc.", "streaming", "13.99"),
          of("disney-plus", "Disney+", "The Walt Disney Company", "streaming", "9.99"),
          of("prime", "Prime Video", "Amazon", "streaming", "8.99"),
          of("mubi", "MUBI", "MUBI Ltd.", "streaming", "11.99"),
          of("spotify", "Spotify Premium", "Spotify AB", "music", "10.99"),
          of("tidal", "Tidal", "Tidal Music", "music", "10.99"),
          of("bandcamp", "Bandcamp label club", "Bandcamp", "music", "7.50"),
          of("icloud", "iCloud+ 2 TB", "Apple", "cloud", "9.99"),
          of("dropbox", "Dropbox Plus", "Dropbox Inc.", "cloud", "11.99"),
          of("backblaze", "Backblaze backup", "Backblaze", "cloud", "8.40"),
          of("github", "GitHub Pro", "GitHub", "software", "4"),
          of("jetbrains", "All Products Pack", "JetBrains", "software", "28.90"),
          of("adobe", "Creative Cloud", "Adobe", "software", "67.01"),
          of("office", "Microsoft 365 Family", "Microsoft", "software", "9.99"),
          of("1password", "1Password Families", "AgileBits", "software", "5.99"),
          of("fastmail", "Fastmail", "Fastmail Pty", "software", "5"),
          of("nyt", "The New York Times", "The New York Times Company", "news", "8"),
          of("economist", "The Economist", "The Economist Group", "news", "24.90"),
          of("standard", "Der Standard", "STANDARD Verlag", "news", "19.90"),
          of("nzherald", "NZ Herald Premium", "NZME", "news", "13.60"),
          of("gym", "City gym", "FitInn", "fitness", "24.90"),
          of("yoga", "Yoga studio", "Sun Room Yoga", "fitness", "59"),
          of("strava", "Strava", "Strava Inc.", "fitness", "10.99"),
          of("mobile", "Mobile plan", "A1", "telecom", "21.90"),
          of("fibre", "Fibre 250", "Magenta", "telecom", "39.90"),
          of("power", "Electricity", "Wien Energie", "utilities", "84.30"),
          of("water", "Water", "City water works", "utilities", "18.75"),
          of("storage", "Storage unit 31", "MyPlace", "home", "69"),
          of("contents", "Household insurance", "UNIQA", "insurance", "17.45"),
          of("dental", "Dental plan", "Allianz", "insurance", "22.80"),
          of("veg-box", "Vegetable box", "Adamah", "food", "27.50"),
          of("coffee", "Coffee beans", "Coffee Circle", "food", "16.90"),
          of("hello", "Meal kits", "HelloFresh", "food", "49.90"),
          of("duolingo", "Super Duolingo", "Duolingo", "learning", "6.99"),
          of("masterclass", "MasterClass", "Yanka Industries", "learning", "10"),
          of("scouts", "Scouts", "Scout group 16", "children", "12"),
          of("xbox", "Game Pass", "Microsoft", "games", "14.99"),
          of("switch-online", "Switch Online", "Nintendo", "games", "3.99"),
          of("bike", "Bike sharing", "Nextbike", "transport", "10"),
          of("rail", "Climate ticket", "One Mobility", "transport", "116.70"));

  static final Product CLUB = of("iron-club", "Iron Club", "Iron Club Ltd.", "fitness", "34.90");
  static final Product PHONE = of("phone", "Phone with contract", "Drei", "telecom", "32");
  static final Product ENERGY = of("energy", "Green energy", "Verbund", "utilities", "92.40");
  static final Product GARDEN = of("garden", "Garden plot", "Allotment society", "garden", "14.20");
  static final Product PAPER = of("paper", "Evening paper", "City press", "news", "1.90");
  static final Product PIANO = of("piano", "Piano by instalments", "Bechstein", "music", "74.50");

  /** Units of the currency that stand for one euro in this sample: plausible, never a rate. */
  private static final Map<String, String> PER_EURO =
      Map.ofEntries(
          Map.entry("EUR", "1"),
          Map.entry("USD", "1.1"),
          Map.entry("NZD", "1.9"),
          Map.entry("AUD", "1.7"),
          Map.entry("GBP", "0.86"),
          Map.entry("CHF", "0.95"),
          Map.entry("JPY", "160"),
          Map.entry("INR", "94"),
          Map.entry("BRL", "6"),
          Map.entry("PLN", "4.3"),
          Map.entry("KWD", "0.335"));

  private static Product of(String id, String name, String vendor, String category, String euros) {
    return new Product(id, name, vendor, category, euros);
  }

  BigDecimal priceIn(String currency) {
    if (currency.equals("EUR")) {
      // As vendors write it: "5" and "7.50" both occur.
      return new BigDecimal(euros);
    }
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return new BigDecimal(euros)
        .multiply(new BigDecimal(PER_EURO.get(currency)))
        .setScale(digits, RoundingMode.HALF_UP);
  }

  String url() {
    return "https://" + id + ".example.com/account";
  }
}
