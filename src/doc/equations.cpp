#include "doc/equations.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/number_signs.hpp"
#include "doc/tex.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {

namespace {

/// Calls the functions for every formula of blocks, however deep.
struct FormulaVisitor {
    std::function<void(std::string&tex)> displayed, in_text;

    void visit(Blocks& blocks) const {
        for (Block& block : blocks) {
            if (auto* math = std::get_if<MathBlock>(&block.node)) displayed(math->tex);
            for_each_child(
                block, [&](Inlines& inlines) { visit(inlines); },
                [&](Blocks& inside) { visit(inside); });
        }
    }
    void visit(Inlines& inlines) const {
        for (Inline& node : inlines) {
            if (auto* math = std::get_if<Math>(&node.node)) in_text(math->tex);
            for_each_child(node, [&](Inlines& inside) { visit(inside); });
        }
    }
    void visit(Book& book) const {
        for (Page& page : book.pages) {
            visit(page.title);
            visit(page.body);
            for (Note& note : page.notes) visit(note.body);
        }
    }
};

bool holds(std::string_view tex, std::string_view command) {
    return tex.find(command) != std::string_view::npos;
}

class EquationNumberer {
public:
    /// Numbers are written in the digits of `language`.
    explicit EquationNumberer(std::string language) : language_(std::move(language)) {}

    void number(std::string& tex) {
        if (!holds(tex, "\\label") && !holds(tex, "\\begin{")) return;
        const auto rows = tex::parse(tex, tex::Place::own_line).rows;
        std::string numbered;
        std::size_t done = 0;
        for (const auto& row : rows) {
            std::string tag = row.tag;
            if (row.counted && row.end >= done && row.end <= tex.size()) {
                const std::string count = own_digits(++count_, language_);
                tag = "(" + count + ")";
                numbered += tex.substr(done, row.end - done) + "\\tag{" + count + "}";
                done = row.end;
            }
            if (!row.label.empty() && !tag.empty()) tags_.emplace(row.label, tag);
        }
        if (done > 0 || !numbered.empty()) tex = numbered + tex.substr(done);
    }
    void resolve(std::string& tex) const {
        std::string resolved;
        std::size_t done = 0;
        while (true) {
            const std::size_t at = tex.find("ref{", done);
            if (at == std::string::npos) break;
            const std::size_t end = tex.find('}', at);
            if (end == std::string::npos) break;
            const bool brackets = at >= 3 && tex.compare(at - 3, 3, "\\eq") == 0;
            const bool plain = at >= 1 && tex[at - 1] == '\\';
            const auto found = tags_.find(tex.substr(at + 4, end - at - 4));
            if ((brackets || plain) && found != tags_.end()) {
                resolved += tex.substr(done, at - (brackets ? 3 : 1) - done);
                resolved += "\\text{" + shown(found->second, brackets) + "}";
            } else {
                resolved += tex.substr(done, end + 1 - done);
            }
            done = end + 1;
        }
        if (done > 0) tex = resolved + tex.substr(done);
    }

private:
    /// With brackets for `\eqref`, without them for `\ref`.
    static std::string shown(const std::string& tag, bool brackets) {
        const bool has = tag.size() > 2 && tag.front() == '(' && tag.back() == ')';
        if (has == brackets) return tag;
        return has ? tag.substr(1, tag.size() - 2) : "(" + tag + ")";
    }

    std::string language_;
    std::map<std::string, std::string> tags_;
    std::size_t count_ = 0;
};

}  // namespace

void number_equations(Book& book) {
    EquationNumberer numberer(book.metadata.language);
    const auto nothing = [](std::string&) {};
    FormulaVisitor{[&](std::string& tex) { numberer.number(tex); }, nothing}.visit(book);
    const auto resolve = [&](std::string& tex) { numberer.resolve(tex); };
    FormulaVisitor{resolve, resolve}.visit(book);
}

}  // namespace triptych::doc
