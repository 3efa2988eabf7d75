#include "gitbook/syntax/unused_notes.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

/// Whether a footnote is defined on `line`.
bool defines_note(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin > 3 || line.substr(begin, 2) != "[^") return false;
    const std::size_t end = line.find("]:", begin);
    return end != std::string_view::npos && end > begin + 2 &&
           line.substr(begin + 2, end - begin - 2).find_first_of(" []") == std::string_view::npos;
}

/// Numbers of the lines that the blocks on the top level and the notes stand on; no block covers
/// what the parser leaves out.
std::vector<bool> covered_lines(cmark_node* document, const std::vector<LooseNode>& notes,
                                std::size_t lines) {
    std::vector<bool> covered(lines + 1);
    const auto cover = [&](cmark_node* node) {
        const auto first = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 0));
        for (std::size_t line = first; line <= std::min(last_line_of(node), lines); ++line)
            covered[line] = true;
    };
    for (cmark_node* node = cmark_node_first_child(document); node != nullptr;
         node = cmark_node_next(node))
        cover(node);
    for (const LooseNode& note : notes) cover(note.get());
    return covered;
}

}  // namespace

std::vector<MappedText> unused_notes(const MarkdownPlace& place, cmark_node* document,
                                     const std::vector<LooseNode>& notes) {
    const MappedText& text = place.text;
    std::vector<MappedText> unused;
    if (text.text().find("[^") == std::string_view::npos) return unused;
    const auto lines =
        static_cast<std::size_t>(std::count(text.text().begin(), text.text().end(), '\n') + 1);
    const std::vector<bool> covered = covered_lines(document, notes, lines);
    for (std::size_t line = 1; line <= lines; ++line) {
        if (covered[line] || !defines_note(text.line(line))) continue;
        const std::size_t begin = text.line_begin(line);
        std::size_t last = line;
        while (last < lines && !covered[last + 1] && !defines_note(text.line(last + 1))) ++last;
        const std::size_t end = text.line_begin(last) + text.line(last).size();
        const std::size_t front = text.text().find("]:", begin) + 2;
        const bool empty = text::trim(text.text().substr(front, end - front)).empty();
        place.diagnostics.report(
            Kind::unused_note, text.span(begin, begin + text.line(line).size()),
            empty ? say("note without text, to which nothing refers, is left out")
                  : say("nothing refers to this note; it stands at the end of the page"),
            empty ? say("remove it") : say("refer to it in the text, or remove it"));
        if (empty) continue;
        unused.emplace_back(text.file()).append(text, front, end);
    }
    return unused;
}

}  // namespace triptych::gitbook
