#include "doc/code_lines.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace triptych::doc {
namespace {

/// Cuts the lines of a block into pieces, one after the other.
class PieceCutter {
public:
    explicit PieceCutter(const CodeBlock& block) : block_(block) {}

    std::vector<CodePiece> cut(std::string_view line) {
        std::vector<CodePiece> pieces;
        const std::size_t begin = at_, end = begin + line.size();
        for (; next_ < block_.parts.size() && block_.parts[next_].end <= end; ++next_) {
            const CodeSpan& span = block_.parts[next_];
            add(span.begin, std::nullopt, pieces);
            add(span.end, span.part, pieces);
        }
        add(end, std::nullopt, pieces);
        at_ = end + 1;
        return pieces;
    }

private:
    void add(std::size_t end, std::optional<CodePart> part, std::vector<CodePiece>& pieces) {
        if (end <= at_) return;
        pieces.push_back({std::string_view(block_.text).substr(at_, end - at_), part});
        at_ = end;
    }

    const CodeBlock& block_;
    std::size_t at_ = 0, next_ = 0;
};

std::uint32_t count_lines(const CodeBlock& block) {
    return 1 + static_cast<std::uint32_t>(std::count(block.text.begin(), block.text.end(), '\n'));
}

}  // namespace

std::vector<CodeLine> code_lines(const CodeBlock& block) {
    std::vector<CodeLine> lines;
    PieceCutter cutter(block);
    for (const std::string_view text : text::split(block.text, '\n')) {
        CodeLine& line = lines.emplace_back();
        line.number = static_cast<std::uint32_t>(lines.size());
        line.text = text;
        line.pieces = cutter.cut(text);
    }
    for (const std::uint32_t number : block.highlighted)
        if (number >= 1 && number <= lines.size()) lines[number - 1].highlighted = true;
    return lines;
}

CodeBlock with_lines(const CodeBlock& block, std::span<const CodeLine> lines) {
    CodeBlock out{block.language, block.title, {}, block.line_numbers, {}, {}};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) out.text += '\n';
        if (lines[i].highlighted) out.highlighted.push_back(static_cast<std::uint32_t>(i + 1));
        for (const CodePiece& piece : lines[i].pieces) {
            const auto begin = static_cast<std::uint32_t>(out.text.size());
            out.text += piece.text;
            if (piece.part)
                out.parts.push_back(
                    {begin, static_cast<std::uint32_t>(out.text.size()), *piece.part});
        }
    }
    return out;
}

void append_lines(CodeBlock& to, const CodeBlock& from) {
    const std::uint32_t lines = count_lines(to);
    const auto bytes = static_cast<std::uint32_t>(to.text.size() + 1);
    to.text.append("\n").append(from.text);
    for (const std::uint32_t number : from.highlighted) to.highlighted.push_back(lines + number);
    for (const CodeSpan& span : from.parts)
        to.parts.push_back({span.begin + bytes, span.end + bytes, span.part});
}

}  // namespace triptych::doc
