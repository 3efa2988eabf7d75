#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include <unicode/uchar.h>

#include "base/text.hpp"
#include "inline_for_tests.hpp"
#include "typeset/inline/east_asian.hpp"
#include "typeset/inline/opportunities.hpp"

using namespace triptych;
using namespace triptych::typeset;

/// What standards say of lines in other scripts: UAX 14, and the requirements for Japanese, Chinese
/// and Korean layout of the W3C (JLREQ, CLREQ, KLREQ).
namespace {

std::string bytes_of(std::u32string_view characters) {
    std::string bytes;
    for (const char32_t c : characters) text::append_code_point(bytes, c);
    return bytes;
}

/// Offsets of the breaks between two characters of `text`.
std::set<std::size_t> breaks_in(const std::string& text, const std::string& language) {
    StyledText styled;
    styled.text = text;
    styled.language = language;
    styled.complex_breaks = true;
    std::set<std::size_t> offsets;
    for (const ScriptBreak& found : find_script_breaks(styled))
        if (found.offset < text.size()) offsets.insert(found.offset);
    return offsets;
}

bool breaks_between(char32_t before, char32_t behind, const std::string& language) {
    const std::u32string pair = {before, behind};
    return breaks_in(bytes_of(pair), language).size() == 1;
}

constexpr const char* font_folder = "/usr/share/fonts";
bool have_packs() {
    return std::filesystem::exists("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc") &&
           std::filesystem::exists("/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf");
}

/// Paragraphs in a language, in Debian's fonts.
struct InLanguage : Setting {
    explicit InLanguage(const std::string& language) : Setting(folder_files(font_folder)) {
        context.language = language;
        book.metadata.language = language;
    }
    /// A line of the paragraph as it is told.
    std::vector<std::string> lines(std::string_view text, double measure) {
        std::vector<std::string> told;
        for (const Line& line : set(text, measure)) told.push_back(extracted({line}));
        return told;
    }
};

/// Where the ink of a line's last glyph may reach: its runs' right end.
Length right_end(const Line& line) {
    Length end;
    for (const pages::Item& item : line.items)
        if (const auto* run = std::get_if<pages::GlyphRun>(&item.content)) {
            Length x = item.at.x;
            for (const pages::Glyph& glyph : run->glyphs) x += Length{glyph.advance};
            end = std::max(end, x);
        }
    return end;
}

std::size_t count_glyphs(const std::vector<Line>& lines) {
    std::size_t count = 0;
    for (const Line& line : lines)
        for (const pages::Item& item : line.items)
            if (const auto* run = std::get_if<pages::GlyphRun>(&item.content))
                count += run->glyphs.size();
    return count;
}

}  // namespace

// Debian's unicode-data. ICU 72 differs from it beside hyphens and in front of figures.
TEST_CASE(
    "lines break where the Unicode test file has breaks, but for what no line should end with") {
    std::ifstream file("/usr/share/unicode/auxiliary/LineBreakTest.txt");
    if (!file) return;
    std::size_t looked_at = 0, others = 0;
    for (std::string row; std::getline(file, row);) {
        std::istringstream words(row.substr(0, row.find('#')));
        std::u32string characters;
        std::vector<bool> breaks;  // in front of each character
        bool next = false;
        for (std::string word; words >> word;) {
            if (word == "÷" || word == "×") {
                next = word == "÷";
            } else {
                characters += static_cast<char32_t>(std::stoul(word, nullptr, 16));
                breaks.push_back(next);
            }
        }
        if (characters.size() < 2 || characters.find(U'\r') != characters.npos) continue;
        const std::string text = bytes_of(characters);
        const auto found = breaks_in(text, "ja");
        std::size_t at = 0;
        for (std::size_t i = 0; i < characters.size(); ++i) {
            const bool complex = i > 0 && (characters[i] >= 0xE00 || characters[i - 1] >= 0xE00);
            if (complex) {
                ++looked_at;
                const auto cost =
                    break_cost(characters[i - 1], characters[i], style::Kinsoku::strict);
                const bool wanted = breaks[i] && cost != no_break_here;
                others += wanted != found.contains(at) ? 1 : 0;
            }
            text::next_code_point(text, at);
        }
    }
    CHECK(looked_at > 3'000);
    CHECK(others <= 22);
}

TEST_CASE("no line begins with what JLREQ and CLREQ say that none begins with") {
    constexpr std::u32string_view never_first =
        U"、。，．・：；！？゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャ"
        U"ュョヮヵヶ‐〜゠–／";
    for (const char32_t c : never_first) {
        CAPTURE(bytes_of({&c, 1}));
        CHECK_FALSE(breaks_between(U'日', c, "ja"));
    }
    for (const char32_t c : std::u32string_view(U"、，。．：；！？’”）》】」』·／")) {
        CAPTURE(bytes_of({&c, 1}));
        CHECK_FALSE(breaks_between(U'中', c, "zh-Hans"));
        CHECK_FALSE(breaks_between(U'中', c, "zh-Hant"));
    }
    CHECK(breaks_between(U'日', U'本', "ja"));
    CHECK(breaks_between(U'中', U'文', "zh-Hans"));
}

TEST_CASE("no line ends with what opens, nor between two dashes or points") {
    for (const char32_t c : std::u32string_view(U"‘“（〔［｛〈《「『【￥＄＃№")) {
        CAPTURE(bytes_of({&c, 1}));
        CHECK_FALSE(breaks_between(c, U'日', "ja"));
        CHECK_FALSE(breaks_between(c, U'中', "zh-Hans"));
    }
    for (const char32_t c : std::u32string_view(U"—…‥")) {
        CAPTURE(bytes_of({&c, 1}));
        CHECK_FALSE(breaks_between(c, c, "ja"));
        CHECK_FALSE(breaks_between(c, c, "zh-Hans"));
    }
}

TEST_CASE("Lao, Khmer and Burmese are divided between words of a dictionary") {
    const auto parts = [](const std::string& text, const std::string& language) {
        std::string shown;
        std::size_t from = 0;
        for (const std::size_t at : breaks_in(text, language)) {
            shown += text.substr(from, at - from) + '|';
            from = at;
        }
        return shown + text.substr(from);
    };
    CHECK(parts("ຫໍສະໝຸດເປີດ", "lo") == "ຫໍສະໝຸດ|ເປີດ");
    CHECK(parts("បណ្ណាល័យបើក", "km") == "បណ្ណាល័យ|បើក");
    CHECK(parts("စာအုပ်ဖတ်သည်", "my") == "စာအုပ်|ဖတ်သည်");
    CHECK(parts("ห้องสมุดเปิดทุกวัน", "th") == "ห้อง|สมุด|เปิด|ทุก|วัน");
}

TEST_CASE("no line ends inside letters of India with their signs") {
    const std::string text = "क्षत्रियों की पुस्तकें स्त्रियाँ पढ़ती हैं";
    if (!have_packs()) return;
    InLanguage setting("hi");
    setting.patterns = memory_files({{"hyph_hi.dic", "UTF-8\nक1\nत1\nष1\nर1\nस1\n्1\nि1\n"}});
    setting.resources.hyphenation = setting.patterns.get();
    for (const std::string& line : setting.lines(text, 26)) {
        const char32_t first = line.empty() ? 0 : code_point_at(line, 0);
        CAPTURE(line);
        CHECK(u_charType(static_cast<UChar32>(first)) != U_NON_SPACING_MARK);
        CHECK(u_charType(static_cast<UChar32>(first)) != U_COMBINING_SPACING_MARK);
        CHECK_FALSE(text::trim(line).ends_with("\u094D"));
    }
}

TEST_CASE("a stop at the end of a line hangs into the margin where the layout says so") {
    if (!have_packs()) return;
    // Eight ideographs fill the measure; the stop behind them is the ninth.
    const std::string text = "一二三四五六七八。一二三四五六七八九十";
    InLanguage setting("ja");
    const auto standing = setting.set(text, 80);
    CHECK(extracted({standing.front()}) == "一二三四五六七");
    setting.sheet.booklet.medium.stops = style::LineEndStops::hanging;
    const auto hanging = setting.set(text, 80);
    CHECK(extracted({hanging.front()}) == "一二三四五六七八。");
    CHECK(right_end(hanging.front()) == Length::points(90));
    CHECK(hanging.front().width == Length::points(80));
}

TEST_CASE("kana and their stops stand side by side, whatever a face says of kerning") {
    if (!have_packs()) return;
    InLanguage setting("ja");
    CHECK(setting.set("ます。です。", 200).front().width == Length::points(60));
}

TEST_CASE("a quarter stands between ideographs and Latin letters, typed or not") {
    if (!have_packs()) return;
    InLanguage setting("ja");
    const auto width = [&](std::string_view text) {
        return setting.set(text, 200).front().width.units;
    };
    const auto quarters = [&](std::string_view text, std::string_view parts, int ideographs) {
        return width(text) - width(parts) - Length::points(10).units * ideographs;
    };
    CHECK(quarters("日A本", "A", 2) == Length::points(5).units);
    CHECK(quarters("日 A 本", "A", 2) == Length::points(5).units);
    CHECK(quarters("日（A", "A", 2) == 0);
}

TEST_CASE("quotation marks of Chinese stand flush at the ends of lines") {
    if (!have_packs()) return;
    InLanguage setting("zh-Hans");
    const auto lines = setting.set("一二三四五六七八“一二三四五六七”八", 80);
    REQUIRE(lines.size() > 1);
    CHECK(extracted({lines[1]}).starts_with("“"));
    CHECK(lines[1].items.front().at.x == -Length::points(5));
}

TEST_CASE("Arabic letters join across bold and links, half-spaces of Persian part them") {
    if (!have_packs()) return;
    InLanguage setting("fa");
    CHECK(extracted(setting.set("می‌خواهم", 200)) == "می‌خواهم");
    const auto glyphs = [&](const doc::Inlines& body) {
        std::multiset<int> ids;
        for (const Line& line : setting.set(body, 200))
            for (const pages::Item& item : line.items)
                if (const auto* run = std::get_if<pages::GlyphRun>(&item.content))
                    for (const pages::Glyph& glyph : run->glyphs) ids.insert(glyph.id);
        return ids;
    };
    doc::Inlines parted = Setting::plain("بب");
    doc::Link link{doc::Url{"https://example.org"}, Setting::plain("بب")};
    parted.push_back({link, {}});
    CHECK(glyphs(parted) == glyphs(Setting::plain("بببب")));
    CHECK(glyphs(Setting::plain("بب‌بب")) != glyphs(Setting::plain("بببب")));
    CHECK(count_glyphs(setting.set("بب‌بب", 200)) == 4);
}

TEST_CASE("points of Hebrew stay with their letters") {
    if (!have_packs()) return;
    InLanguage setting("he");
    const auto lines = setting.set("שָׁלוֹם לַכֹּל", 200);
    CHECK(extracted(lines) == "שָׁלוֹם לַכֹּל");
    CHECK(setting.set("שלום לכל", 200).front().width == lines.front().width);
}
