#include "gitbook/dialects/neighbour_blocks.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {

std::string as_value(std::string_view title) {
    std::string value;
    for (const char c : title) {
        if (c == '`' || c == '*') continue;
        if (c == '"') value += '\\';
        value += c;
    }
    return text::replace_all(std::move(value), "%}", "% }");
}

namespace {

std::string opening_tag(const BlockMark& mark) {
    const std::string front = "{% " + std::string(mark.tag);
    if (mark.tag == "hint") return front + " style=\"" + std::string(mark.style) + "\" %}\n";
    if (mark.tag == "collapse" || mark.tag == "tab" || mark.tag == "code")
        return front + " title=\"" + as_value(mark.title) + "\" %}\n";
    return front + " %}\n";
}

}  // namespace

std::size_t bytes_of(std::string_view line, std::size_t columns) {
    std::size_t bytes = 0;
    for (std::size_t seen = 0; bytes < line.size() && seen < columns; ++bytes) {
        if (line[bytes] != ' ' && line[bytes] != '\t') break;
        seen += line[bytes] == '\t' ? block_indentation : 1;
    }
    return bytes;
}

std::size_t columns_of(std::string_view line) {
    std::size_t columns = 0;
    for (const char c : line) {
        if (c != ' ' && c != '\t') break;
        columns += c == '\t' ? block_indentation : 1;
    }
    return columns;
}

PeeledLine OpenBlocks::peel(std::size_t begin, std::size_t end, std::size_t whole) const {
    PeeledLine line{begin, {}, open_.size()};
    for (std::size_t i = 0; i < open_.size(); ++i) {
        const OpenBlock& block = open_[i];
        const std::string_view rest = source_.text().substr(line.begin, end - line.begin);
        const std::size_t front = skip_spaces(rest, 0);
        const bool blank = front == rest.size();
        line.blocks = i;
        switch (block.mark.form) {
            case BlockForm::indented: {
                if (blank) break;
                const bool tab = block.mark.tag == "tab";
                const bool next_tab =
                    tab && columns_of(rest) == block.column && opens_tab(text::trim(rest));
                if (columns_of(rest) < block.column + block_indentation && i >= whole) {
                    // The last tab of a group ends the group.
                    if (tab && !next_tab) --line.blocks;
                    return line;
                }
                line.begin += bytes_of(rest, block_indentation);
                break;
            }
            case BlockForm::quoted:
                if (blank || rest[front] != '>') return line;
                line.kept += rest.substr(0, front);
                line.begin += front + 1;
                if (line.begin < end && source_.text()[line.begin] == ' ') ++line.begin;
                break;
            case BlockForm::paragraph:
                if (blank) return line;
                break;
            case BlockForm::colons:
            case BlockForm::element:
            case BlockForm::group:
                break;
        }
    }
    line.blocks = open_.size();
    return line;
}

void OpenBlocks::push(BlockMark mark, std::size_t at, std::size_t end) {
    const std::string_view line = source_.text().substr(at, end - at);
    OpenBlock block{std::move(mark), columns_of(line),
                    std::string(line.substr(0, skip_spaces(line, 0))), source_.span(at, end)};
    begin_line(at);
    const bool tagged = !block.mark.tag.empty();
    if (tagged) put(block.indent + opening_tag(block.mark), at);
    if ((!tagged || block.mark.tag == "hint") && !block.mark.title.empty())
        put_title(block, at, end);
    open_.push_back(std::move(block));
}

void OpenBlocks::put_title(const OpenBlock& block, std::size_t at, std::size_t end) {
    const std::string& title = block.mark.title;
    const std::size_t written = source_.text().substr(at, end - at).rfind(title);
    const bool bold = title.find("**") == std::string::npos;
    put(block.indent + (bold ? "**" : ""), at);
    if (written == std::string_view::npos)
        put(title, at);
    else
        out_.append(source_, at + written, at + written + title.size());
    put(bold ? "**\n\n" : "\n\n", at);
}

void OpenBlocks::close_to(std::size_t count, std::size_t at) {
    if (count >= open_.size()) return;
    begin_line(at);
    for (; open_.size() > count; open_.pop_back())
        if (const OpenBlock& block = open_.back(); !block.mark.tag.empty())
            put(block.indent + "{% end" + std::string(block.mark.tag) + " %}\n", at);
}

std::size_t OpenBlocks::left_by(std::string_view line) const {
    const std::size_t colons = closing_colons(line);
    const std::string_view element = closed_element(line);
    std::size_t shorter = open_.size();
    for (std::size_t i = open_.size(); i-- > 0;) {
        const BlockMark& mark = open_[i].mark;
        if (mark.form == BlockForm::element && !element.empty() && mark.tag == element) return i;
        if (mark.form != BlockForm::colons || colons == 0) continue;
        if (mark.colons == colons) return i;
        if (counts_slashes(mark.colons) != counts_slashes(colons)) continue;
        if (mark.colons < colons && shorter == open_.size()) shorter = i;
    }
    return shorter;
}

bool OpenBlocks::are_tabs() const {
    return std::any_of(open_.begin(), open_.end(), [](const OpenBlock& block) {
        return block.mark.form == BlockForm::element && block.mark.tag.starts_with("tab");
    });
}

std::size_t OpenBlocks::indented() const {
    return block_indentation * static_cast<std::size_t>(std::count_if(
                                   open_.begin(), open_.end(), [](const OpenBlock& block) {
                                       return block.mark.form == BlockForm::indented;
                                   }));
}

}  // namespace triptych::gitbook
