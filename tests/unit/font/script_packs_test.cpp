#include "font/script_packs.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "fonts_for_tests.hpp"

using namespace triptych;
using namespace triptych::font;

namespace {

constexpr const char* font_folder = "/usr/share/fonts";

/// The fonts of the project and Debian's.
struct PackedFonts {
    std::unique_ptr<Files> files = folder_files(TRIPTYCH_SOURCE_DIR);
    std::unique_ptr<Files> packs = folder_files(font_folder);
    Library library{*files,
                    {{"fonts/source-serif-4/SourceSerif4-Regular.ttf", "Serif", 400, false},
                     {"fonts/source-serif-4/SourceSerif4-SemiBold.ttf", "Serif", 600, false},
                     {"fonts/source-sans-3/SourceSans3-Regular.ttf", "Sans", 400, false},
                     {"fonts/source-code-pro/SourceCodePro-Regular.ttf", "Mono", 400, false}},
                    {{"fonts/noto-sans-math/NotoSansMath-Regular.ttf", "Math", 400, false},
                     {"fonts/noto-emoji/NotoEmoji-Regular.ttf", "Emoji", 400, false}},
                    packs.get()};

    bool there() const {
        const bool both = packs->is_file("truetype/noto/NotoNaskhArabic-Regular.ttf") &&
                          packs->is_file("opentype/noto/NotoSerifCJK-Regular.ttc");
        if (!both) MESSAGE("SKIPPED: fonts-noto-core and fonts-noto-cjk are not installed");
        return both;
    }
    std::string runs(std::string_view text, std::string_view language = {},
                     std::string_view family = "Serif", int weight = 400) const {
        std::string out;
        for (const FaceRun& run :
             library.itemize(text, library.find(family, weight, false), language)) {
            if (!out.empty()) out += '|';
            if (run.missing) out += '?';
            out += library.file(run.face).family + ':';
            out += text.substr(run.begin, run.end - run.begin);
        }
        return out;
    }
    std::vector<ShapedGlyph> shape(std::string_view text, std::string_view language) const {
        const auto run = library.itemize(text, library.find("Serif", 400, false), language)[0];
        const bool left = run.script == 0x41726162 || run.script == 0x48656272;
        return library.shape({text,
                              run.face,
                              Length::points(10),
                              language,
                              left ? Direction::right_to_left : Direction::left_to_right,
                              {},
                              run.script});
    }
};

}  // namespace

TEST_CASE("the form of Chinese characters follows the language") {
    CHECK(han_form("ja-JP") == HanForm::japanese);
    CHECK(han_form("ko") == HanForm::korean);
    CHECK(han_form("zh") == HanForm::simplified);
    CHECK(han_form("zh-SG") == HanForm::simplified);
    CHECK(han_form("zh-TW") == HanForm::traditional);
    CHECK(han_form("zh-Hant") == HanForm::traditional);
    CHECK(han_form("zh-Hant-HK") == HanForm::hong_kong);
    CHECK_FALSE(han_form("fr").has_value());
}

TEST_CASE("every script has a pack of its own, Latin none") {
    for (const char32_t c : {U'a', U'é', U'Ω', U'ж', U'1', U'’', U'…', U'😀'})
        CHECK_FALSE(pack_of(c).has_value());
    // The narrow no-break space of French is one of Mongolian, too.
    CHECK_FALSE(pack_of(U'\u202F').has_value());
    CHECK(pack_of(U'\u202F', pack_of(U'\u1820')) == pack_of(U'\u1820'));
    CHECK(pack_of(U'日') == pack_of(U'ひ'));
    CHECK(pack_of(U'日') == pack_of(U'한'));
    CHECK(pack_of(U'日') == pack_of(U'、'));
    CHECK(pack_of(U'日') == pack_of(U'！'));
    CHECK(pack_of(U'日') == pack_of(U'Ａ'));
    CHECK_FALSE(pack_of(U'Ĳ').has_value());
    CHECK(pack_of(U'ا') != pack_of(U'א'));
    // Signs of several scripts are of the one in front of them.
    CHECK(pack_of(U'।', pack_of(U'ह')) == pack_of(U'ह'));
    CHECK(pack_of(U'।', pack_of(U'ব')) == pack_of(U'ব'));
}

TEST_CASE("faces follow script, kind and weight, and forms the language") {
    const PackedFonts fonts;
    if (!fonts.there()) return;
    CHECK(fonts.runs("漢字", "ja") == "NotoSerifCJKJP:漢字");
    CHECK(fonts.runs("汉字", "zh") == "NotoSerifCJKSC:汉字");
    CHECK(fonts.runs("漢字", "zh-TW") == "NotoSerifCJKTC:漢字");
    CHECK(fonts.runs("漢字", "fr", "Sans") == "NotoSansCJKJP:漢字");
    CHECK(fonts.runs("漢字", "ja", "Mono") == "NotoSansMonoCJKJP:漢字");
    CHECK(fonts.runs("한글", "fr") == "NotoSerifCJKKR:한글");
    CHECK(fonts.runs("العامة", "ar") == "NotoNaskhArabic:العامة");
    CHECK(fonts.runs("العامة", "ar", "Sans") == "NotoSansArabic:العامة");
    CHECK(fonts.runs("हिन्दी", "hi", "Serif", 600) == "NotoSerifDevanagari:हिन्दी");
    CHECK(fonts.library
              .file(fonts.library.itemize("ह", fonts.library.find("Serif", 600, false))[0].face)
              .weight == 700);
    CHECK(fonts.runs("ᠮᠣᠩᠭᠣᠯ", "mn") == "NotoSansMongolian:ᠮᠣᠩᠭᠣᠯ");
}

TEST_CASE("signs are of the text they stand in") {
    const PackedFonts fonts;
    if (!fonts.there()) return;
    CHECK(fonts.runs("「example」", "ja") == "NotoSerifCJKJP:「|Serif:example|NotoSerifCJKJP:」");
    CHECK(fonts.runs("“例”", "zh") == "NotoSerifCJKSC:“例”");
    CHECK(fonts.runs("“例”", "ja") == "Serif:“|NotoSerifCJKJP:例|Serif:”");
    CHECK(fonts.runs("don’t", "zh") == "Serif:don’t");
    CHECK(fonts.runs("第3章", "zh") == "NotoSerifCJKSC:第|Serif:3|NotoSerifCJKSC:章");
    CHECK(fonts.runs("مجاناً.", "ar") == "NotoNaskhArabic:مجاناً.");
    CHECK(fonts.runs("(مجاناً)", "ar") == "Serif:(|NotoNaskhArabic:مجاناً|Serif:)");
    CHECK(fonts.runs("می‌شود", "fa") == "NotoNaskhArabic:می‌شود");
}

TEST_CASE("letters are drawn, joined and without boxes") {
    const PackedFonts fonts;
    if (!fonts.there()) return;
    const auto draws = [&](std::string_view text, std::string_view language) {
        const auto glyphs = fonts.shape(text, language);
        return !glyphs.empty() && std::none_of(glyphs.begin(), glyphs.end(),
                                               [](const auto& glyph) { return glyph.id == 0; });
    };
    for (const auto& sample : {std::pair{"公共サービス", "ja"},
                               {"서비스", "ko"},
                               {"क्षत्रिय", "hi"},
                               {"সেবা", "bn"},
                               {"சேவைகள்", "ta"},
                               {"సేవలు", "te"},
                               {"บริการ", "th"},
                               {"ບໍລິການ", "lo"},
                               {"សេវា", "km"},
                               {"ဝန်ဆောင်မှု", "my"},
                               {"ཞབས་ཞུ་", "bo"},
                               {"አገልግሎት", "am"},
                               {"ծառայություն", "hy"},
                               {"სერვისები", "ka"},
                               {"ᏣᎳᎩ", "chr"},
                               {"שָׁלוֹם", "he"}}) {
        CAPTURE(sample.first);
        CHECK(draws(sample.first, sample.second));
    }
    // The middle form of a letter is not that which it has alone.
    CHECK(fonts.shape("ببب", "ar")[1].id != fonts.shape("ب", "ar").back().id);
}

TEST_CASE("Persian figures have their own forms, Sindhi ones theirs in the same face") {
    const PackedFonts fonts;
    if (!fonts.there()) return;
    CHECK(fonts.shape("۴", "fa")[0].id != fonts.shape("۴", "sd")[0].id);
    CHECK(fonts.shape("۵", "fa")[0].id == fonts.shape("۵", "sd")[0].id);
}

TEST_CASE("a face of a collection is embedded with its own numbers of characters") {
    const PackedFonts fonts;
    if (!fonts.there()) return;
    const auto face = fonts.library.itemize("漢", fonts.library.find("Serif", 400, false), "ja")[0];
    std::vector<std::uint16_t> glyphs{0};
    for (const auto& glyph : fonts.shape("漢字仮名", "ja")) glyphs.push_back(glyph.id);
    std::sort(glyphs.begin(), glyphs.end());
    const auto subset = fonts.library.subset(face.face, glyphs);
    REQUIRE(subset.has_value());
    CHECK(subset->format == FontFormat::cff_cids);
    CHECK(subset->codes == glyphs);
    CHECK(subset->program.size() < 20'000);
    CHECK(fonts.library.subset_for_text(face.face, {U'漢', U'字'}, "ja").has_value());
}

TEST_CASE("packs that are not there are told with their package, and leave no letters elsewhere") {
    const auto nothing = memory_files({});
    const auto files = folder_files(TRIPTYCH_SOURCE_DIR);
    const Library library(
        *files, {{"fonts/source-serif-4/SourceSerif4-Regular.ttf", "Serif", 400, false}},
        {{"fonts/noto-sans-math/NotoSansMath-Regular.ttf", "Math", 400, false}}, nothing.get());
    CHECK(library.missing_package(U'日') == "fonts-noto-cjk");
    CHECK(library.missing_package(U'ا') == "fonts-noto-core");
    CHECK(library.missing_package(U'a') == "");
    const auto runs = library.itemize("العام", library.find("Serif", 400, false), "ar");
    REQUIRE(runs.size() == 1);
    CHECK(runs[0].missing);
    CHECK(library.file(runs[0].face).family == "Serif");
    CHECK(library.unreadable().empty());
}

TEST_CASE("Urdu is set in its own hand, but for code, and other languages of its script are not") {
    const PackedFonts fonts;
    if (!fonts.there()) return;
    CHECK(fonts.runs("کتاب", "ur") == "NotoNastaliqUrdu:کتاب");
    CHECK(fonts.runs("کتاب", "ur-PK", "Sans") == "NotoNastaliqUrdu:کتاب");
    CHECK(fonts.runs("کتاب", "ks") == "NotoNastaliqUrdu:کتاب");
    CHECK(fonts.runs("کتاب", "fa") == "NotoNaskhArabic:کتاب");
    CHECK(fonts.runs("کتاب", "ur", "Mono") == "NotoSansArabic:کتاب");
}

TEST_CASE("faces of packs say their name and their licence, those of the layout nothing") {
    const PackedFonts fonts;
    if (!fonts.there()) return;
    const auto typeface = [&](std::string_view text, std::string_view language) {
        const FaceId own = fonts.library.find("Serif", 400, false);
        const auto found =
            fonts.library.typeface_of_pack(fonts.library.itemize(text, own, language)[0].face);
        return found ? found->name + " / " + found->licence : std::string("-");
    };
    CHECK(typeface("図書", "ja") == "Noto Serif CJK JP / SIL Open Font License");
    CHECK(typeface("كتاب", "ar") == "Noto Naskh Arabic / SIL Open Font License");
    CHECK(typeface("livre", "fr") == "-");
}

TEST_CASE(
    "signs that several scripts have are in the face of the language where they stand alone") {
    const PackedFonts fonts;
    if (!fonts.there()) return;
    CHECK(fonts.runs("।", "ne") == "NotoSerifDevanagari:।");
    CHECK(fonts.runs("।ु", "hi-IN") == "NotoSerifDevanagari:।ु");
    CHECK(fonts.runs("।", "bn") == "NotoSerifBengali:।");
    CHECK(fonts.runs("।", "pa") == "NotoSerifGurmukhi:।");
    CHECK(fonts.runs("ـ", "fa") == "NotoNaskhArabic:ـ");
    // Letters in front say more than the language.
    CHECK(fonts.runs("क।", "bn") == "NotoSerifDevanagari:क।");
}

TEST_CASE("a subset that readers shape themselves has the figures of the language") {
    const PackedFonts fonts;
    if (!fonts.there()) return;
    const FaceId naskh =
        fonts.library.itemize("ب", fonts.library.find("Serif", 400, false), "fa")[0].face;
    const auto drawn = [&](std::string_view language) {
        const auto program = fonts.library.subset_for_text(naskh, {U'۴'}, language);
        REQUIRE(program.has_value());
        const auto files = memory_files({{"f.ttf", *program}});
        const Library read(*files, {{"f.ttf", "Any", 400, false}}, {});
        const FaceId face = read.find("Any", 400, false);
        const auto glyphs =
            read.shape({"۴", face, Length::points(10), language, Direction::right_to_left, {}, 0});
        return read.outline(face, glyphs.at(0).id).size();
    };
    const auto own = fonts.library.outline(naskh, fonts.shape("۴", "fa").at(0).id).size();
    CHECK(drawn("fa") == own);
    CHECK(drawn("sd") != own);
}
