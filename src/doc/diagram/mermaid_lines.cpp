#include "doc/diagram/mermaid_lines.hpp"

#include "base/text.hpp"

namespace triptych::doc::diagram {
namespace {

class LineReader {
public:
    std::optional<MermaidLines> read(std::string_view source) {
        for (const std::string_view written : text::split(source, '\n')) {
            const std::string_view line = text::trim(written);
            if (is_inside(line) || line.empty() || line.starts_with("%%")) continue;
            if (found_.head.empty() && line == "---") {
                inside_ = Inside::front_matter;
            } else if (line.starts_with("accTitle:")) {
                found_.title = plain_label(line.substr(9));
            } else if (line.starts_with("accDescr:")) {
                found_.description = plain_label(line.substr(9));
            } else if (line.starts_with("accDescr")) {
                inside_ = Inside::description;
            } else if (found_.head.empty()) {
                head(line);
            } else {
                found_.statements.push_back(line);
            }
        }
        found_.description = plain_label(found_.description);
        if (found_.head.empty() || inside_ != Inside::nothing) return std::nullopt;
        return std::move(found_);
    }

private:
    enum class Inside : std::uint8_t { nothing, front_matter, description };

    /// Takes a line of front matter or of a description.
    bool is_inside(std::string_view line) {
        if (inside_ == Inside::nothing) return false;
        if (inside_ == Inside::front_matter) {
            if (line == "---") inside_ = Inside::nothing;
            if (line.starts_with("title:")) found_.title = plain_label(line.substr(6));
            return true;
        }
        const bool ends = line.ends_with('}');
        found_.description += ' ';
        found_.description += ends ? line.substr(0, line.size() - 1) : line;
        if (ends) inside_ = Inside::nothing;
        return true;
    }

    /// What follows a semicolon in the first line is a statement.
    void head(std::string_view line) {
        const std::size_t end = line.find(';');
        found_.head = line.substr(0, end);
        if (end != std::string_view::npos && end + 1 < line.size())
            found_.statements.push_back(line.substr(end + 1));
    }

    MermaidLines found_;
    Inside inside_{};
};

}  // namespace

std::optional<MermaidLines> mermaid_lines(std::string_view source) {
    return LineReader().read(source);
}

}  // namespace triptych::doc::diagram
