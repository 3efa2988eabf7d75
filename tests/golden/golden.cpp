// golden [--update] DATA PATH...: runs cases, and every `*.case` below folders, and compares what
// they must give; tests/README.md shows how to write one.
//
// A case starts with a sentence that says what it shows, then sections of the form
//     === input PATH          a file of the book (`input-base64` for binary ones)
//     === page PATH           build this one Markdown file only (no content)
//     === folder PATH         where the book lies
//     === pages-option GLOB, edition-option NAME, session-option
//                             one edition is made
//     === depth-option N, detail-option full|outline, slides-option N, minutes-option N,
//         deck-option NAME    what the slides show
//     === booklet-only        nothing else is made
//     === script-fonts        Debian's Noto packages are used; the case is skipped without them
//     === system-fonts        one font of the "machine", the Georgian of these packages, is used
//     === book | deck | pages [N] | tags | pdf [TYPE] | epub PATH | pptx PATH
//     === diagnostics | build-diagnostics
// The last two hold the expected text of a stage, of one part of a package (XML with a line for
// each tag), or of the findings: `diagnostics` of a check of the booklet, `build-diagnostics` of
// all. `pages N` shows page N only, `pdf TYPE` the objects of that /Type.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <triptych/build.hpp>

#include "base/zip.hpp"

namespace {

namespace fs = std::filesystem;
using namespace triptych;

struct Section {
    std::string head, body;
};
struct Case {
    std::string title;
    std::vector<Section> sections;
};

constexpr std::string_view mark = "=== ";
constexpr const char* font_folder = "/usr/share/fonts";

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Case parse(const std::string& text) {
    Case parsed;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(mark))
            parsed.sections.push_back({line.substr(mark.size()), {}});
        else
            (parsed.sections.empty() ? parsed.title : parsed.sections.back().body) += line + "\n";
    }
    return parsed;
}

std::string to_string(const Case& shown) {
    std::string text = shown.title;
    for (const auto& section : shown.sections)
        text += std::string(mark) + section.head + "\n" + section.body;
    return text;
}

std::string base64_decode(const std::string& text) {
    static constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    unsigned bits = 0, count = 0;
    for (const char c : text) {
        const auto digit = alphabet.find(c);
        if (digit == std::string_view::npos) continue;
        bits = bits << 6 | static_cast<unsigned>(digit);
        count += 6;
        if (count >= 8) out += static_cast<char>(bits >> (count -= 8) & 0xFF);
    }
    return out;
}

/// "input a/b.md" → "a/b.md" when the head's first word is `word`.
std::optional<std::string> argument(const std::string& head, std::string_view word) {
    if (head == word) return "";
    if (!head.starts_with(std::string(word) + " ")) return std::nullopt;
    return head.substr(word.size() + 1);
}

struct Inputs {
    std::unique_ptr<Files> book;
    std::string page, folder;
    EditionScope editions;
    DeckScope deck;
    bool booklet_only = false, script_fonts = false, system_fonts = false;
};

Inputs inputs_of(const Case& tested) {
    std::map<std::string, std::string> files;
    Inputs inputs;
    for (const auto& section : tested.sections) {
        if (const auto path = argument(section.head, "input")) files[*path] = section.body;
        if (const auto path = argument(section.head, "input-base64"))
            files[*path] = base64_decode(section.body);
        if (const auto path = argument(section.head, "page")) inputs.page = *path;
        if (const auto path = argument(section.head, "folder")) inputs.folder = *path;
        if (const auto glob = argument(section.head, "pages-option"))
            inputs.editions.pages.push_back(*glob);
        if (const auto name = argument(section.head, "edition-option"))
            inputs.editions.names.push_back(*name);
        if (section.head == "session-option") inputs.editions.session = true;
        if (const auto depth = argument(section.head, "depth-option"))
            inputs.deck.depth = static_cast<std::uint8_t>(std::stoi(*depth));
        if (const auto most = argument(section.head, "slides-option"))
            inputs.deck.slides = static_cast<std::uint16_t>(std::stoi(*most));
        if (const auto minutes = argument(section.head, "minutes-option"))
            inputs.deck.minutes = static_cast<std::uint16_t>(std::stoi(*minutes));
        if (const auto name = argument(section.head, "deck-option"))
            inputs.deck.decks.push_back(*name);
        if (argument(section.head, "detail-option full")) inputs.deck.detail = Detail::full;
        if (argument(section.head, "detail-option outline")) inputs.deck.detail = Detail::outline;
        if (section.head == "script-fonts") inputs.script_fonts = true;
        if (section.head == "system-fonts") inputs.system_fonts = true;
        if (section.head == "booklet-only") inputs.booklet_only = true;
    }
    inputs.book = memory_files(std::move(files));
    return inputs;
}

/// A machine with one font more.
class GeorgianAlone final : public SystemFonts {
public:
    std::optional<Face> find(char32_t character, std::string_view) const override {
        if (character < 0x10A0 || character > 0x10FF) return std::nullopt;
        return Face{"truetype/noto/NotoSerifGeorgian-Regular.ttf", 0, "Noto Serif Georgian"};
    }
    const Files& files() const override { return *files_; }

private:
    std::unique_ptr<Files> files_ = folder_files(font_folder);
};

std::string findings(const Result& result) {
    Telling all;
    all.verbose = true;
    return tell(fold(result.diagnostics, result.judgement), result.sources, all);
}

/// Generated XML has no line ends; a case must be read and compared by line.
std::string with_a_line_for_each_tag(const std::string& xml) {
    std::string out;
    for (std::size_t i = 0; i < xml.size(); ++i) {
        out += xml[i];
        if (xml[i] == '>' && i + 1 < xml.size() && xml[i + 1] == '<') out += '\n';
    }
    return out;
}

std::string part_of(Request request, Panel panel, const std::string& path) {
    request.panels = {panel};
    const auto result = build(request);
    if (result.outputs.empty()) return "(no output)\n" + findings(result);
    const auto entries = unzip(result.outputs.front().bytes, std::size_t{64} << 20);
    if (!entries) return "(damaged package)\n";
    for (const auto& entry : *entries)
        if (entry.name == path) return with_a_line_for_each_tag(entry.bytes);
    std::string names;
    for (const auto& entry : *entries) names += entry.name + "\n";
    return "(no such part; there are)\n" + names;
}

Request booklet_of(Request request) {
    request.panels = {Panel::booklet};
    return request;
}

std::string stage_of(const Request& request, Stage stage) {
    Result result;
    return dump(request, stage, result).value_or("(nothing)\n" + findings(result));
}

/// The parts of `text` that hold `wanted`; a part begins with each line that `opens` one.
std::string parts_with(const std::string& text, const std::string& wanted,
                       const std::function<bool(const std::string&)>& opens) {
    std::istringstream lines(text);
    std::string out, part;
    const auto keep = [&] {
        if (part.find(wanted) != std::string::npos) out += part;
        part.clear();
    };
    for (std::string line; std::getline(lines, line);) {
        if (opens(line)) keep();
        part += line + "\n";
    }
    keep();
    return out;
}

bool opens_page(const std::string& line) { return !line.empty() && line.front() != ' '; }
bool opens_object(const std::string& line) { return line.ends_with(" 0 obj"); }

/// What the program gives for a section, or nothing when the section is an input.
std::optional<std::string> actual(const std::string& head, const Request& request) {
    static const std::map<std::string, Stage> stages = {{"book", Stage::book},
                                                        {"deck", Stage::deck},
                                                        {"pages", Stage::pages},
                                                        {"tags", Stage::tags},
                                                        {"pdf", Stage::pdf}};
    if (const auto found = stages.find(head); found != stages.end())
        return stage_of(request, found->second);
    if (const auto number = argument(head, "pages"))
        return parts_with(stage_of(request, Stage::pages), "page " + *number + " \"", opens_page);
    if (const auto type = argument(head, "pdf"))
        return parts_with(stage_of(request, Stage::pdf), "/Type /" + *type + "\n", opens_object);
    if (head == "diagnostics") return findings(check(booklet_of(request)));
    if (head == "build-diagnostics") return findings(build(request));
    if (const auto path = argument(head, "epub")) return part_of(request, Panel::epub, *path);
    if (const auto path = argument(head, "pptx")) return part_of(request, Panel::pptx, *path);
    return std::nullopt;
}

/// The case with every expectation replaced by what the program gives.
Case run(Case tested, const Files& data) {
    const auto inputs = inputs_of(tested);
    const auto hyphenation = folder_files("/usr/share/hyphen");
    const auto script_fonts = folder_files(font_folder);
    Request request;
    request.book = inputs.book.get();
    request.folder = inputs.folder;
    request.data = &data;
    request.hyphenation = hyphenation.get();
    if (inputs.script_fonts) request.script_fonts = script_fonts.get();
    const GeorgianAlone machine;
    if (inputs.system_fonts) request.system_fonts = &machine;
    request.page = inputs.page;
    request.editions = inputs.editions;
    request.deck = inputs.deck;
    static const Modules modules({TRIPTYCH_MODULES_FOLDER});
    request.modules = &modules;
    if (inputs.booklet_only) request.panels = {Panel::booklet};
    for (auto& section : tested.sections)
        if (auto text = actual(section.head, request)) {
            if (!text->empty() && text->back() != '\n') *text += '\n';
            section.body = std::move(*text);
        }
    return tested;
}

/// Whether a case needs fonts that are not here.
bool lacks_fonts(const Case& tested) {
    static const bool there =
        fs::exists(fs::path(font_folder) / "truetype/noto/NotoNaskhArabic-Regular.ttf") &&
        fs::exists(fs::path(font_folder) / "opentype/noto/NotoSerifCJK-Regular.ttc");
    const Inputs inputs = inputs_of(tested);
    return !there && (inputs.script_fonts || inputs.system_fonts);
}

void show_difference(const Case& expected, const Case& got) {
    for (std::size_t i = 0; i < expected.sections.size(); ++i) {
        if (expected.sections[i].body == got.sections[i].body) continue;
        std::cout << "  section '" << expected.sections[i].head << "' expected:\n"
                  << expected.sections[i].body << "  but got:\n"
                  << got.sections[i].body;
    }
}

std::vector<fs::path> cases_at(const std::vector<std::string>& given) {
    std::vector<fs::path> paths;
    for (const fs::path place : given) {
        if (fs::is_regular_file(place)) {
            paths.push_back(place);
            continue;
        }
        for (const auto& entry : fs::recursive_directory_iterator(place))
            if (entry.path().extension() == ".case") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    const bool update = !arguments.empty() && arguments.front() == "--update";
    if (update) arguments.erase(arguments.begin());
    if (arguments.size() < 2) {
        std::cerr << "usage: golden [--update] DATA PATH...\n";
        return 2;
    }
    const auto data = folder_files(arguments.front());
    const auto paths = cases_at({arguments.begin() + 1, arguments.end()});
    int failed = 0, skipped = 0;
    for (const auto& path : paths) {
        const auto text = read_file(path);
        const auto expected = parse(text);
        if (lacks_fonts(expected)) {
            std::cout << "SKIPPED " << path.string()
                      << ": fonts-noto-core and fonts-noto-cjk are not installed\n";
            ++skipped;
            continue;
        }
        const auto got = run(expected, *data);
        if (to_string(got) == text) continue;
        ++failed;
        std::cout << (update ? "updated " : "FAILED ") << path.string() << "\n";
        if (update)
            std::ofstream(path, std::ios::binary) << to_string(got);
        else
            show_difference(expected, got);
    }
    std::cout << paths.size() - static_cast<std::size_t>(failed + skipped) << " passed, " << failed
              << (update ? " updated\n" : " failed\n");
    return paths.empty() || (failed > 0 && !update) ? 1 : 0;
}
