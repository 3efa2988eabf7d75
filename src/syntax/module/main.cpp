#include <algorithm>
#include <cstring>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <QByteArray>
#include <QString>

#include <triptych/syntax.hpp>

#include "syntax/module/guard.hpp"
#include "syntax/module/part_of.hpp"

namespace triptych::syntax {
namespace {

using namespace KSyntaxHighlighting;

/// Longer lines are left plain: the grammars' expressions may look at all of a line from each of
/// its places.
constexpr std::size_t longest_line = 500;  // bytes

struct Part {
    std::size_t begin = 0, end = 0;  ///< in the text
    CodePart kind{};
};

/// Signs alone are not coloured, but in strings, comments and changed lines, where they belong to a
/// longer part.
bool needs_word(CodePart part) {
    return part != CodePart::string && part != CodePart::comment && part != CodePart::inserted &&
           part != CodePart::deleted;
}

bool has_word(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

/// Finds the parts of a text line by line; those of one kind that touch are one.
class Marker : private AbstractHighlighter {
public:
    explicit Marker(const Definition& definition) { setDefinition(definition); }

    std::vector<Part> mark(std::string_view text) {
        State state;
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            begin_ = begin;
            state = mark_line(text.substr(begin, end - begin), state);
            begin = end + 1;
        }
        return std::move(found_);
    }

private:
    State mark_line(std::string_view line, const State& state) {
        if (line.size() > longest_line) return state;
        const QString wide = QString::fromUtf8(line.data(), static_cast<int>(line.size()));
        const QByteArray again = wide.toUtf8();
        if (std::string_view(again.data(), static_cast<std::size_t>(again.size())) != line)
            return state;
        line_ = line;
        count_bytes(wide);
        State after = highlightLine(wide, state);
        close();
        return after;
    }

    /// The offset in bytes of every UTF-16 unit of the line, and of its end.
    void count_bytes(const QString& wide) {
        bytes_.clear();
        std::size_t bytes = 0;
        for (const QChar unit : wide) {
            bytes_.push_back(bytes);
            const auto code = unit.unicode();
            // Both halves of a pair stand for the four bytes together.
            bytes += code < 0x80 ? 1 : code < 0x800 || unit.isSurrogate() ? 2 : 3;
        }
        bytes_.push_back(bytes);
    }

    void applyFormat(int offset, int length, const Format& format) override {
        const auto first = static_cast<std::size_t>(offset);
        const auto last = first + static_cast<std::size_t>(length);
        if (offset < 0 || length <= 0 || last >= bytes_.size()) return;
        const auto part = part_of_format(format);
        const std::size_t begin = bytes_[first], end = bytes_[last];
        if (part && needs_word(*part) && !has_word(line_.substr(begin, end - begin))) return;
        if (!part) return;
        if (open_ && part == open_ && begin == open_end_) {
            open_end_ = end;
            return;
        }
        close();
        open_ = part;
        open_begin_ = begin;
        open_end_ = end;
    }
    std::optional<CodePart> part_of_format(const Format& format) {
        const auto known = parts_.find(format.id());
        if (known != parts_.end()) return known->second;
        return parts_.emplace(format.id(), part_of(format)).first->second;
    }

    /// Keeps the open part without the spaces at its ends.
    void close() {
        if (!open_) return;
        const std::string_view blank = " \t";
        const std::string_view text = line_.substr(open_begin_, open_end_ - open_begin_);
        const std::size_t first = text.find_first_not_of(blank);
        if (first != text.npos)
            found_.push_back({begin_ + open_begin_ + first,
                              begin_ + open_begin_ + text.find_last_not_of(blank) + 1, *open_});
        open_.reset();
    }

    std::vector<Part> found_;
    std::size_t begin_ = 0;  ///< of the line in the text
    std::string_view line_;
    std::vector<std::size_t> bytes_;
    std::map<quint16, std::optional<CodePart>> parts_;
    std::optional<CodePart> open_;
    std::size_t open_begin_ = 0, open_end_ = 0;
};

/// Kept until the program ends: the grammars are read when they are first used.
const Repository& repository() {
    static const Repository& all = *new Repository;
    return all;
}

}  // namespace
}  // namespace triptych::syntax

extern "C" bool triptych_syntax(const char* grammar, const char* text, std::size_t size,
                                TriptychSyntaxPart report, void* sink) {
    using namespace triptych::syntax;
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    const Silence silence;
    const auto definition = repository().definitionForName(QString::fromUtf8(grammar));
    static const bool guarded = is_guarded();
    if (!guarded || !definition.isValid()) return false;
    const Allowance allowance(size);
    const std::vector<Part> parts = Marker(definition).mark({text, size});
    if (allowance.is_spent()) return true;
    for (const Part& part : parts) report(sink, part.begin, part.end, part.kind);
    return true;
}
