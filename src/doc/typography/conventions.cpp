#include "doc/typography/conventions.hpp"

#include <algorithm>

#include "base/date_words.hpp"
#include "base/language_tag.hpp"
#include "base/text.hpp"
#include "base/words.hpp"

namespace triptych::doc::typography {
namespace {

using enum Follower;

constexpr Abbreviation french[] = {
    {U"n°", anything},  {U"nº", anything},   {U"N°", anything}, {U"Nº", anything},
    {U"§", anything},   {U"p.", number},     {U"pp.", number},  {U"art.", number},
    {U"Art.", number},  {U"chap.", number},  {U"fig.", number}, {U"vol.", number},
    {U"al.", number},   {U"L.", number},     {U"R.", number},   {U"D.", number},
    {U"M.", capital},   {U"MM.", capital},   {U"Mme", capital}, {U"Mmes", capital},
    {U"Mlle", capital}, {U"Mlles", capital}, {U"Dr", capital},  {U"Pr", capital},
    {U"Me", capital},   {U"Mgr", capital}};
constexpr Abbreviation english[] = {
    {U"No.", number},  {U"no.", number},  {U"§", anything},   {U"p.", number},
    {U"pp.", number},  {U"Fig.", number}, {U"fig.", number},  {U"Figs.", number},
    {U"Eq.", number},  {U"Ch.", number},  {U"ch.", number},   {U"vol.", number},
    {U"Vol.", number}, {U"art.", number}, {U"Art.", number},  {U"Mr", capital},
    {U"Mr.", capital}, {U"Mrs", capital}, {U"Mrs.", capital}, {U"Ms", capital},
    {U"Ms.", capital}, {U"Dr", capital},  {U"Dr.", capital},  {U"Prof.", capital},
    {U"St", capital},  {U"St.", capital}};
constexpr Abbreviation german[] = {{U"Nr.", number},    {U"S.", number},     {U"§", anything},
                                   {U"§§", anything},   {U"Abs.", number},   {U"Art.", number},
                                   {U"Abb.", number},   {U"Tab.", number},   {U"Kap.", number},
                                   {U"Bd.", number},    {U"Ziff.", number},  {U"Dr.", capital},
                                   {U"Prof.", capital}, {U"Hr.", capital},   {U"Fr.", capital},
                                   {U"St.", capital},   {U"bzw.", anything}, {U"ca.", number}};
constexpr AbbreviatedPair german_pairs[] = {
    {U"z.", U"B."}, {U"d.", U"h."}, {U"u.", U"a."}, {U"i.", U"d."}, {U"o.", U"Ä."}, {U"u.", U"U."},
    {U"z.", U"T."}, {U"v.", U"a."}, {U"i.", U"A."}, {U"s.", U"o."}, {U"s.", U"u."}, {U"e.", U"V."}};
constexpr Abbreviation spanish[] = {
    {U"n.º", anything}, {U"nº", anything},  {U"núm.", number},   {U"§", anything},
    {U"p.", number},    {U"pp.", number},   {U"pág.", number},   {U"págs.", number},
    {U"art.", number},  {U"cap.", number},  {U"fig.", number},   {U"vol.", number},
    {U"Sr.", capital},  {U"Sra.", capital}, {U"Srta.", capital}, {U"Dr.", capital},
    {U"Dra.", capital}, {U"D.", capital},   {U"Dña.", capital},  {U"Ud.", anything}};
constexpr AbbreviatedPair spanish_pairs[] = {
    {U"EE.", U"UU."}, {U"p.", U"ej."}, {U"a.", U"C."}, {U"d.", U"C."}};
constexpr Abbreviation italian[] = {
    {U"n.", number},     {U"nn.", number},    {U"§", anything},    {U"p.", number},
    {U"pp.", number},    {U"pag.", number},   {U"pagg.", number},  {U"art.", number},
    {U"artt.", number},  {U"cap.", number},   {U"fig.", number},   {U"vol.", number},
    {U"Sig.", capital},  {U"sig.", capital},  {U"Dott.", capital}, {U"dott.", capital},
    {U"Prof.", capital}, {U"prof.", capital}, {U"Dr.", capital},   {U"ca.", number}};
constexpr Abbreviation polish[] = {{U"nr", number},     {U"s.", number},   {U"str.", number},
                                   {U"§", anything},    {U"art.", number}, {U"ust.", number},
                                   {U"pkt", number},    {U"rys.", number}, {U"rozdz.", number},
                                   {U"t.", number},     {U"ok.", number},  {U"ul.", capital},
                                   {U"al.", capital},   {U"pl.", capital}, {U"dr", capital},
                                   {U"prof.", capital}, {U"mgr", capital}, {U"św.", capital}};
constexpr AbbreviatedPair polish_pairs[] = {{U"m.", U"in."}, {U"m.", U"st."}};
constexpr Abbreviation czech[] = {
    {U"č.", number},    {U"s.", number},     {U"str.", number}, {U"§", anything},
    {U"čl.", number},   {U"odst.", number},  {U"obr.", number}, {U"kap.", number},
    {U"tab.", number},  {U"cca", number},    {U"Dr.", capital}, {U"Ing.", capital},
    {U"Mgr.", capital}, {U"prof.", capital}, {U"p.", capital},  {U"sv.", capital}};
constexpr AbbreviatedPair czech_pairs[] = {{U"t.", U"j."}, {U"n.", U"l."}};
constexpr Abbreviation russian[] = {
    {U"№", anything},   {U"§", anything},  {U"с.", number},  {U"стр.", number},
    {U"ст.", number},   {U"п.", number},   {U"гл.", number}, {U"рис.", number},
    {U"табл.", number}, {U"т.", number},   {U"ок.", number}, {U"г.", capital},
    {U"ул.", capital},  {U"им.", capital}, {U"д.", number},  {U"кв.", number}};
constexpr AbbreviatedPair russian_pairs[] = {
    {U"т.", U"е."}, {U"т.", U"д."}, {U"т.", U"п."}, {U"т.", U"к."}, {U"н.", U"э."}};

constexpr Quotes low_high = {U'„', U'“', U'‚', U'‘', U'‚', U'‘'};
constexpr Quotes curly = {U'“', U'”', U'‘', U'’', U'‘', U'’'};
constexpr Quotes guillemets = {U'«', U'»', U'“', U'”', U'‘', U'’'};
constexpr Quotes east_guillemets = {U'«', U'»', U'„', U'“', U'‘', U'’'};
constexpr Quotes low_right = {U'„', U'”', U'«', U'»', U'‚', U'’'};
constexpr Quotes all_right = {U'”', U'”', U'’', U'’', U'’', U'’'};

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) out += text::next_code_point(text, at);
    return out;
}

Conventions with_dates(Conventions row) {
    const DateWords& words = date_words(row.language);
    for (const std::string_view month : text::split(words.months, '|'))
        row.months.push_back(code_points(month));
    row.point_behind_day = words.day.starts_with("{d}. ");
    if (words.day.find("{d} de {m}") != words.day.npos) row.before_month = U"de ";
    return row;
}

std::vector<Conventions> make_table() {
    std::vector<Conventions> rows = {
        {.language = "fr", .quotes = guillemets, .spaced_units = U"%€", .abbreviations = french},
        // Within a quotation, authors write single signs.
        {.language = "en",
         .quotes = {U'“', U'”', U'“', U'”', U'‘', U'’'},
         .abbreviations = english},
        {.language = "de",
         .quotes = low_high,
         .spaced_units = U"%€",
         .abbreviations = german,
         .pairs = german_pairs},
        {.language = "es",
         .quotes = guillemets,
         .dash = U'—',
         .spaced_units = U"%€",
         .abbreviations = spanish,
         .pairs = spanish_pairs},
        {.language = "it", .quotes = guillemets, .abbreviations = italian},
        {.language = "pl",
         .quotes = low_right,
         .words_of_one = U"aiouwz",
         .abbreviations = polish,
         .pairs = polish_pairs},
        {.language = "cs",
         .quotes = low_high,
         .words_of_one = U"aikosuvz",
         .abbreviations = czech,
         .pairs = czech_pairs},
        {.language = "ru",
         .quotes = east_guillemets,
         .dash = U'—',
         .words_of_one = U"авикосуя",
         .abbreviations = russian,
         .pairs = russian_pairs},
        {.language = "sk", .quotes = low_high, .words_of_one = U"aikosuvz"},
        {.language = "uk", .quotes = east_guillemets, .dash = U'—', .words_of_one = U"абвзійоуяє"},
        {.language = "bg", .quotes = {U'„', U'“', U'’', U'‘', U'’', U'‘'}, .dash = U'—'},
        {.language = "da", .quotes = curly},
        {.language = "el", .quotes = guillemets},
        {.language = "et", .quotes = {U'„', U'“', U'«', U'»', U'‚', U'‘'}},
        {.language = "fi", .quotes = all_right, .spaced_units = U"%€"},
        {.language = "ga", .quotes = curly},
        {.language = "hr", .quotes = {U'„', U'”', U'‚', U'’', U'‚', U'’'}},
        {.language = "hu", .quotes = {U'„', U'”', U'»', U'«', U'’', U'’'}},
        {.language = "id", .quotes = curly},
        {.language = "lt", .quotes = low_high},
        {.language = "lv", .quotes = {U'„', U'”', U'“', U'”', U'‘', U'’'}},
        {.language = "mt", .quotes = curly},
        {.language = "nl", .quotes = curly},
        {.language = "pt", .quotes = guillemets},
        {.language = "ro", .quotes = low_right},
        {.language = "sl", .quotes = low_high},
        {.language = "sv", .quotes = all_right, .spaced_units = U"%"},
        {.language = "tr", .quotes = curly},
        {.language = "vi", .quotes = curly}};
    for (Conventions& row : rows) row = with_dates(std::move(row));
    return rows;
}

/// Switzerland has guillemets, Brazil and Latin America curly marks.
Conventions of_region(Conventions row, Quotes quotes) {
    row.quotes = quotes;
    return row;
}

}  // namespace

const Conventions& conventions_of(std::string_view language) {
    static const std::vector<Conventions> table = make_table();
    static const Conventions swiss = of_region(table[2], {U'«', U'»', U'‹', U'›', U'‹', U'›'});
    static const Conventions brazilian = [] {
        const auto row = std::find_if(table.begin(), table.end(),
                                      [](const auto& each) { return each.language == "pt"; });
        return of_region(*row, curly);
    }();
    static const Conventions other;
    const std::string primary = primary_language(language), tag = text::lower_case(language);
    if (primary == "de" && (tag.ends_with("-ch") || tag.ends_with("-li"))) return swiss;
    if (primary == "pt" && tag.ends_with("-br")) return brazilian;
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const auto& row) { return row.language == primary; });
    return found == table.end() ? other : *found;
}

std::string quoted_title(std::string_view title, std::string_view language) {
    // Of languages whose marks within a text stay as their authors wrote them: CLDR's, and those
    // that only titles have (GB/T 15834, for Chinese).
    struct Marks {
        std::string_view languages, open, close;
    };
    constexpr Marks others[] = {{" ar be eu fa gl hy nb nn no ", "«", "»"},
                                {" is mk sr ", "„", "“"},
                                {" he ", "”", "“"},
                                {" ja zh-Hant ", "「", "」"},
                                {" zh-Hans ", "《", "》"}};
    const Conventions& known = conventions_of(language);
    const std::string tag = ' ' + vocabulary_tag(language) + ' ';
    for (const Marks& marks : others)
        if (marks.languages.find(tag) != std::string_view::npos)
            return std::string(marks.open).append(title).append(marks.close);
    const Quotes quotes = known.is_known() ? known.quotes : curly;
    const std::string_view space = known.is_french() ? "\u00A0" : "";
    std::string out;
    text::append_code_point(out, quotes.open);
    out.append(space).append(title).append(space);
    text::append_code_point(out, quotes.close);
    return out;
}

}  // namespace triptych::doc::typography
