#include <doctest/doctest.h>

#include <string>

#include "base/text.hpp"
#include "inline_for_tests.hpp"
#include "typeset/inline/bidi.hpp"
#include "typeset/inline/east_asian.hpp"
#include "typeset/inline/opportunities.hpp"

using namespace triptych;
using namespace triptych::typeset;

namespace {

constexpr auto to_left = ParagraphDirection::to_left, to_right = ParagraphDirection::to_right;

/// The parts of a text as they stand on one line, from left to right.
std::string on_the_line(std::string_view text, ParagraphDirection direction,
                        std::span<const Isolate> isolates) {
    const auto runs = level_runs(text, direction, isolates);
    std::vector<std::uint8_t> levels;
    levels.reserve(runs.size());
    for (const LevelRun& run : runs) levels.push_back(run.level);
    std::string line;
    for (const std::uint32_t i : visual_order(levels)) {
        if (!line.empty()) line += '|';
        line += text.substr(runs[i].begin, runs[i].end - runs[i].begin);
    }
    return line;
}

std::string isolated(std::string_view text) {
    std::string found;
    for (const TextRange& isolate : technical_words(text))
        found += '[' + std::string(text.substr(isolate.begin, isolate.end - isolate.begin)) + ']';
    return found;
}

/// Places in the text where a line may end, by the rules of the language, as bars.
std::string with_breaks(std::string text, std::string language, BreakEffort effort,
                        style::Kinsoku kinsoku = style::Kinsoku::strict, bool phrases = false) {
    StyledText styled;
    styled.phrases = phrases;
    styled.kinsoku = kinsoku;
    styled.text = std::move(text);
    styled.language = std::move(language);
    styled.complex_breaks = true;
    const Look look;
    Opportunities opportunities(styled, effort);
    std::vector<Opportunity> found;
    opportunities.find({0, static_cast<std::uint32_t>(styled.text.size()), &look}, found);
    std::string shown;
    std::size_t from = 0;
    for (const Opportunity& opportunity : found) {
        if (phrases && opportunity.penalty >= phrase_penalty) continue;
        shown += styled.text.substr(from, opportunity.offset - from) + '|';
        from = opportunity.offset;
    }
    return shown + styled.text.substr(from);
}

}  // namespace

TEST_CASE("a paragraph has the direction of its language, unless most of it has the other one") {
    CHECK(paragraph_direction("HTML אבג דהו", "he") == to_left);
    CHECK(paragraph_direction("2026", "ar") == to_left);
    CHECK(paragraph_direction("2026", "fr") == to_right);
    CHECK(paragraph_direction("git commit, קוד", "he") == to_right);
    CHECK(paragraph_direction("שלום לכם world", "fr") == to_left);
    CHECK(paragraph_direction("Le mot שלום", "fr") == to_right);
}

TEST_CASE("addresses, paths and numbers with signs are read by themselves") {
    CHECK(isolated("אב example.org, ג") == "[example.org]");
    CHECK(isolated("(https://a.fr/b?c=1).") == "[https://a.fr/b?c=1]");
    CHECK(isolated("a@b.fr src/x.cpp -m v1.2") == "[a@b.fr][src/x.cpp][-m][v1.2]");
    CHECK(isolated("+33 1 40 20 30") == "[+33 1 40 20 30]");
    CHECK(isolated("5–10 et 15 mars") == "[5–10]");
    CHECK(isolated("mot, autre. 12") == "");
}

TEST_CASE("isolates keep their order and leave the signs around them alone") {
    const std::string_view text = "אב git -m x. ג";
    const std::vector<Isolate> code = {{5, 13, Isolate::Direction::to_right}};
    CHECK(on_the_line(text, to_left, code) == ". ג|git -m x|אב ");
    const std::string_view range = "אב 5–10";
    std::vector<Isolate> numbers;
    for (const TextRange& number : technical_words(range))
        numbers.push_back({number.begin, number.end, Isolate::Direction::to_right});
    CHECK(on_the_line(range, to_left, numbers) == "5–10|אב ");
    CHECK(on_the_line(range, to_left, {}) == "10|–|5|אב ");
}

TEST_CASE("isolates side by side stay in the order of the paragraph") {
    const std::string_view text = "git \"אב\" # x";
    const auto isolate = [](std::uint32_t begin, std::uint32_t end) {
        return Isolate{begin, end, Isolate::Direction::first_strong};
    };
    const std::vector<Isolate> tokens = {isolate(0, 3), isolate(3, 4), isolate(4, 10),
                                         isolate(10, 11), isolate(11, 14)};
    CHECK(on_the_line(text, to_right, tokens) == "git |\"אב\"| # x");
}

TEST_CASE("gaps: a quarter before Latin, signs lose their blanks beside each other") {
    using font::HanForm;
    const auto ja = HanForm::japanese;
    CHECK(gap_between(U'日', U'本', ja).stretch > 0);
    CHECK(gap_between(U'日', U'a', ja).width == 250);
    CHECK(gap_between(U'5', U'月', ja).width == 250);
    CHECK(gap_between(U'）', U'a', ja).width == 0);
    CHECK(gap_between(U'」', U'「', ja).width == -500);
    CHECK(gap_between(U'。', U'」', ja).width == -500);
    CHECK(gap_between(U'（', U'「', ja).width == -500);
    CHECK(gap_between(U'、', U'日', ja).shrink == 500);
    CHECK(gap_between(U'。', U'日', ja).shrink == 0);
    CHECK_FALSE(gap_between(U'한', U'글', HanForm::korean).is_any());
    CHECK_FALSE(gap_between(U'a', U'b', ja).is_any());
    CHECK(blank_of(U'，', HanForm::simplified).right == 500);
    CHECK(blank_of(U'，', HanForm::traditional).left == 250);
    CHECK(blank_of(U'！', HanForm::japanese).right == 0);
}

TEST_CASE("Japanese lines never begin with small kana, marks and closing brackets") {
    CHECK(with_breaks("ちょっと、待って。", "ja", BreakEffort::plain) == "ちょっ|と、|待っ|て。");
    CHECK(with_breaks("「日本」（東京）", "ja", BreakEffort::plain) == "「日|本」|（東|京）");
    CHECK(with_breaks("データー々", "ja", BreakEffort::plain) == "デー|ター々");
    CHECK(with_breaks("日……本", "ja", BreakEffort::plain) == "日……|本");
}

TEST_CASE("the layout says which signs begin no line") {
    using style::Kinsoku;
    const auto broken = [](std::string text, Kinsoku kinsoku) {
        return with_breaks(std::move(text), "ja", BreakEffort::plain, kinsoku);
    };
    CHECK(broken("ちょっと。", Kinsoku::strict) == "ちょっ|と。");
    CHECK(broken("ちょっと。", Kinsoku::normal) == "ち|ょ|っ|と。");
    CHECK(broken("コーヒー", Kinsoku::strict) == "コー|ヒー");
    CHECK(broken("コーヒー", Kinsoku::normal) == "コ|ー|ヒ|ー");
    CHECK(broken("人々・花", Kinsoku::normal) == "人々・|花");
    CHECK(broken("人々・花", Kinsoku::loose) == "人|々|・|花");
    CHECK(break_cost(U'ち', U'ょ', Kinsoku::normal) == 200);
    CHECK(break_cost(U'ち', U'ょ', Kinsoku::loose) == 0);
    for (const auto kinsoku : {Kinsoku::strict, Kinsoku::normal, Kinsoku::loose})
        CHECK(broken("（はい）、「いえ」。", kinsoku) == "（は|い）、|「い|え」。");
}

TEST_CASE("a line may begin with words under a reading, and does not divide them") {
    StyledText styled;
    styled.text = "日漢字本";
    styled.language = "ja";
    styled.complex_breaks = true;
    Look look;
    look.ruby = 0;
    Opportunities opportunities(styled, BreakEffort::plain);
    std::vector<Opportunity> found;
    opportunities.find({3, 9, &look}, found);
    REQUIRE(found.size() == 1);
    CHECK(found[0].offset == 3);
}

TEST_CASE("Korean is divided between words first, Thai where the dictionary says") {
    CHECK(with_breaks("공공서비스", "ko", BreakEffort::plain) == "공공서비스");
    CHECK(with_breaks("공공서비스", "ko", BreakEffort::hyphens) == "공|공|서|비|스");
    CHECK(with_breaks("ภาษาไทย", "th", BreakEffort::plain) == "ภาษา|ไทย");
}

TEST_CASE("quotation marks of Chinese stay with what they enclose") {
    CHECK(with_breaks("他说“你好”了", "zh", BreakEffort::plain) == "他|说|“你|好”|了");
}

TEST_CASE("lines that need not be full part no word of Japanese that they can keep") {
    const auto parts = [](const char* text) {
        return with_breaks(text, "ja", BreakEffort::plain, style::Kinsoku::strict, true);
    };
    CHECK(parts("バックアップコピーを復元する方法") == "バックアップコピーを|復元|する|方法");
    CHECK(parts("ネットワーク、アカウント、印刷") == "ネットワーク、|アカウント、|印刷");
    CHECK(with_breaks("データを", "ja", BreakEffort::plain) == "デー|タ|を");
    const auto words = [](const char* text, const char* language) {
        return with_breaks(text, language, BreakEffort::plain, style::Kinsoku::strict, true);
    };
    CHECK(words("数据库管理系统的集群配置", "zh") == "数据|库|管理|系统|的|集群|配置");
    CHECK(words("改變字型：設定", "zh-TW") == "改變|字型：|設定");
    // Of other languages, nothing is known.
    CHECK(words("备份和恢复", "fr") == "备|份|和|恢|复");
}

TEST_CASE("ragged lines without letters of Japanese are as full as those of other languages") {
    Setting setting;
    setting.style.align = style::TextAlign::start;
    setting.style.hyphenate = false;
    const auto edges = [&](const char* language, double measure) {
        setting.context.language = language;
        std::vector<std::int64_t> all;
        for (const Line& line : setting.set("A page may stand alone on its paper, and words in "
                                            "other letters keep the lines that they have had "
                                            "before, whatever the book around them is in.",
                                            measure))
            all.push_back(right_edge(line).units);
        return all;
    };
    for (int measure = 150; measure <= 400; measure += 10) {
        CAPTURE(measure);
        CHECK(edges("ja", measure) == edges("en", measure));
    }
}
