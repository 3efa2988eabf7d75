#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "verify/rules.hpp"

namespace triptych::verify {

namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Length of the end of a line that `text` ends in; 0 for none.
std::size_t trailing_line_end(std::string_view text) {
    if (ends_with(text, "\r\n")) return 2;
    return !text.empty() && is_line_end(text.back()) ? 1 : 0;
}

/// Takes what `is` holds for from the beginning of `text`; says whether there was any.
template <typename Is>
bool skip(std::string_view& text, Is is) {
    const std::size_t before = text.size();
    while (!text.empty() && is(text.front())) text.remove_prefix(1);
    return text.size() < before;
}

bool skip_word(std::string_view& text, std::string_view word) {
    if (!starts_with(text, word)) return false;
    text.remove_prefix(word.size());
    return true;
}

/// The bytes from the number of one object up to the next, or to the cross-reference.
class ObjectBytes {
public:
    ObjectBytes(std::string_view bytes, std::string where, Report& report)
        : bytes_(bytes), where_(std::move(where)), report_(report) {}

    void run(bool at_line_start) {
        report_.expect(at_line_start && has_sound_head(), "ISO 19005-2 6.1.9",
                       "an object does not begin with its number and obj on a line" + where_);
        const std::size_t end = bytes_.rfind("endobj");
        const bool closed = end != std::string_view::npos && end > 0 &&
                            is_line_end(bytes_[end - 1]) && end + 6 < bytes_.size() &&
                            is_line_end(bytes_[end + 6]);
        report_.expect(closed, "ISO 19005-2 6.1.9",
                       "endobj does not stand on a line of its own" + where_);
    }

    /// `length` bytes of data between a line that ends in `stream` and one that is `endstream`.
    void run_stream(std::size_t length) {
        const std::size_t end = bytes_.rfind("endstream");
        const std::string_view before = bytes_.substr(0, std::min(end, bytes_.size()));
        const std::size_t line = trailing_line_end(before);
        report_.expect(line > 0, "ISO 19005-2 6.1.7.1",
                       "endstream does not stand on a line of its own" + where_);
        if (line == 0) return;
        report_.expect(has_data(before, length), "ISO 19005-2 6.1.7.1",
                       "the length of a stream is not that of its data" + where_);
    }

private:
    bool has_sound_head() const {
        std::string_view rest = bytes_;
        return skip(rest, is_digit) && skip_word(rest, " ") && skip(rest, is_digit) &&
               skip_word(rest, " obj") && !rest.empty() && is_line_end(rest.front());
    }

    /// Data may end in what looks like the end of a line.
    static bool has_data(std::string_view before, std::size_t length) {
        for (const std::string_view line : {"\n", "\r\n", "\r"}) {
            if (!ends_with(before, line) || before.size() < length + line.size()) continue;
            const std::string_view head = before.substr(0, before.size() - line.size() - length);
            if (ends_with(head, "stream\n") || ends_with(head, "stream\r\n")) return true;
        }
        return false;
    }

    std::string_view bytes_;
    std::string where_;
    Report& report_;
};

/// The word `xref` and the numbers behind it are parted by the end of a line.
void check_table(std::string_view bytes, std::size_t start, Report& report) {
    if (start >= bytes.size()) return;
    std::string_view table = bytes.substr(start);
    if (!skip_word(table, "xref")) return;
    const bool one_line =
        skip_word(table, "\r\n") || skip_word(table, "\n") || skip_word(table, "\r");
    report.expect(one_line && !table.empty() && is_digit(table.front()), "ISO 19005-2 6.1.4",
                  "xref does not stand on a line of its own");
}

std::size_t table_offset(std::string_view bytes) {
    const std::size_t word = bytes.rfind("startxref");
    std::size_t out = 0;
    if (word == std::string_view::npos) return bytes.size();
    std::string_view rest = bytes.substr(word + 9);
    skip(rest, is_line_end);
    for (; !rest.empty() && is_digit(rest.front()) && out < bytes.size(); rest.remove_prefix(1))
        out = out * 10 + static_cast<std::size_t>(rest.front() - '0');
    return std::min(out, bytes.size());
}

struct Start {
    std::size_t offset = 0;
    QPDFObjGen object;
};

/// Where objects begin that are not in object streams, rising.
std::vector<Start> starts_of(QPDF& file, std::size_t size) {
    std::vector<Start> out;
    for (auto& [object, entry] : file.getXRefTable())
        if (entry.getType() == 1 && static_cast<std::size_t>(entry.getOffset()) < size)
            out.push_back({static_cast<std::size_t>(entry.getOffset()), object});
    std::sort(out.begin(), out.end(),
              [](const Start& a, const Start& b) { return a.offset < b.offset; });
    return out;
}

}  // namespace

void check_keywords(QPDF& file, std::string_view bytes, Report& report) {
    const std::size_t table = table_offset(bytes);
    check_table(bytes, table, report);
    const std::vector<Start> starts = starts_of(file, bytes.size());
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t from = starts[i].offset;
        std::size_t to = i + 1 < starts.size() ? starts[i + 1].offset : bytes.rfind("startxref");
        if (from < table) to = std::min(to, table);
        if (to == std::string_view::npos || to <= from) continue;
        ObjectBytes object(bytes.substr(from, to - from),
                           " (object " + std::to_string(starts[i].object.getObj()) + ")", report);
        object.run(from > 0 && is_line_end(bytes[from - 1]));
        QPDFObjectHandle value = file.getObject(starts[i].object);
        if (!value.isStream() || !value.getDict().getKey("/Length").isInteger()) continue;
        const long long length = value.getDict().getKey("/Length").getIntValue();
        if (length >= 0) object.run_stream(static_cast<std::size_t>(length));
    }
}

void check_bytes(std::string_view file, Purpose purpose, Report& report) {
    const bool modern = purpose == Purpose::modern;
    const std::string_view head = modern ? "%PDF-2." : "%PDF-1.";
    constexpr std::string_view end = "%%EOF";
    constexpr std::size_t comment = 8;
    bool headed = file.size() > comment + 6 && starts_with(file, head) && file[7] >= '0' &&
                  file[7] <= (modern ? '9' : '7');
    const std::size_t line = headed && file.substr(comment, 2) == "\r\n" ? 2 : 1;
    headed =
        headed && (file[comment] == '\n' || file[comment] == '\r') && file[comment + line] == '%';
    for (std::size_t i = 1; headed && i <= 4; ++i)
        headed = static_cast<unsigned char>(file[comment + line + i]) > 127;
    report.expect(
        headed, "ISO 19005-2 6.1.2",
        std::string("the header is not that of a binary PDF ") + (modern ? "2.n" : "1.n"));
    for (const std::string_view last : {"\r\n", "\n", "\r"})
        if (ends_with(file, last)) {
            file.remove_suffix(last.size());
            break;
        }
    report.expect(ends_with(file, end), "ISO 19005-2 6.1.3", "something follows the end of file");
}

}  // namespace triptych::verify
