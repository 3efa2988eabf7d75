#include "pdf/object/compact.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/deflate.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"

namespace triptych::pdf::object {

namespace {

constexpr std::size_t objects_in_pack = 200, packs_at_once = 32;
constexpr std::uint64_t greatest_offset = 0xFFFFFFFF;
constexpr std::size_t most_objects = 8'388'607;
/// Widths of the three fields of the cross-reference stream, and its row with the predictor's byte.
constexpr std::size_t where_bytes = 4, row_bytes = 1 + where_bytes + 2;

std::string pack_text(const std::vector<std::pair<Ref, std::size_t>>& numbers) {
    std::string out;
    for (const auto& [ref, offset] : numbers) {
        append_integer(out, static_cast<std::int64_t>(ref));
        append_integer(out += ' ', static_cast<std::int64_t>(offset));
        out += ' ';
    }
    return out;
}

/// Every row less the one above it (§7.4.4.4, predictor `Up`): tables deflate far better so.
std::string with_up_predictor(const std::string& rows) {
    std::string out;
    out.reserve(rows.size() / row_bytes * (row_bytes + 1));
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (at % row_bytes == 0) out += '\2';
        const char above = at < row_bytes ? '\0' : rows[at - row_bytes];
        out += static_cast<char>(rows[at] - above);
    }
    return out;
}

}  // namespace

CompactWriter::Place& CompactWriter::place(Ref ref) {
    const auto number = static_cast<std::size_t>(ref);
    if (places_.size() <= number) places_.resize(number + 1);
    TRIPTYCH_CHECK(places_[number].kind == Place::Kind::free, "an object is given once");
    return places_[number];
}

void CompactWriter::add(Ref ref, const Dictionary& dictionary) {
    place(ref) = {Place::Kind::packed, static_cast<std::uint16_t>(open_.numbers.size()),
                  static_cast<std::uint32_t>(closed_.size())};
    open_.numbers.emplace_back(ref, open_.bodies.size());
    open_.bodies += "<<";
    open_.bodies += dictionary.entries();
    open_.bodies += ">>";
    if (open_.numbers.size() == objects_in_pack) close_pack();
}

void CompactWriter::close_pack() {
    closed_.push_back(std::exchange(open_, {}));
    if (closed_.size() - deflated_ >= packs_at_once) deflate_packs();
}

void CompactWriter::deflate_packs() {
    for_each_index(closed_.size() - deflated_, threads_, [this](std::size_t i) {
        Pack& pack = closed_[deflated_ + i];
        const std::string numbers = pack_text(pack.numbers);
        pack = {{}, {}, deflate(numbers + pack.bodies), pack.numbers.size(), numbers.size()};
    });
    deflated_ = closed_.size();
}

void CompactWriter::add(Ref ref, Stream stream) {
    append_stream(ref, stream.entries, std::move(stream.data));
}

void CompactWriter::append_stream(Ref ref, const Dictionary& entries, std::string data) {
    if (pieces_.empty()) {
        pieces_.push_back(file_head(version_));
        offset_ = pieces_.back().size();
    }
    place(ref) = {Place::Kind::offset, 0, static_cast<std::uint32_t>(offset_)};
    std::string start;
    append_integer(start, static_cast<std::int64_t>(ref));
    start += " 0 obj\n<<" + entries.entries() + "/Length ";
    append_integer(start, static_cast<std::int64_t>(data.size()));
    start += ">>stream\n";
    constexpr std::string_view end = "\nendstream\nendobj\n";
    offset_ += start.size() + data.size() + end.size();
    hash_ = text::stable_hash(eight_bytes(hash_) + start + eight_bytes(crc32(data)));
    pieces_.push_back(std::move(start));
    pieces_.push_back(std::move(data));
    pieces_.emplace_back(end);
}

/// A row for every number. Object streams come behind all numbers that have one so far.
std::string CompactWriter::rows(Ref first_pack) const {
    std::string out;
    out.reserve(places_.size() * row_bytes);
    for (std::size_t number = 0; number < places_.size(); ++number) {
        const Place& at = places_[number];
        const bool is_free = at.kind == Place::Kind::free;
        TRIPTYCH_CHECK(is_free == (number == 0), "every number has an object");
        const bool packed = at.kind == Place::Kind::packed;
        const std::uint32_t where =
            at.where + (packed ? static_cast<std::uint32_t>(first_pack) : 0U);
        out += static_cast<char>(at.kind);
        for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(where >> shift);
        const std::uint32_t last = is_free ? 0xFFFF : at.index;
        out += static_cast<char>(last >> 8);
        out += static_cast<char>(last);
    }
    return out;
}

void CompactWriter::append_packs(Ref first) {
    for (std::size_t i = 0; i < closed_.size(); ++i) {
        Dictionary entries;
        entries.name("Type", "ObjStm")
            .integer("N", static_cast<std::int64_t>(closed_[i].count))
            .integer("First", static_cast<std::int64_t>(closed_[i].first))
            .name("Filter", "FlateDecode");
        const auto number = static_cast<std::size_t>(first) + i;
        append_stream(static_cast<Ref>(number), entries, std::move(closed_[i].stream));
    }
}

/// The cross-reference stream, which has a row of its own.
void CompactWriter::append_table(const Roots& roots, Ref self, Ref first_pack) {
    place(self) = {Place::Kind::offset, 0, static_cast<std::uint32_t>(offset_)};
    const std::string table = rows(first_pack);
    Dictionary entries = trailer_entries(roots, hash_);
    entries.name("Type", "XRef").integer("Size", static_cast<std::int64_t>(places_.size()));
    entries.array("W").integer(1).integer(where_bytes).integer(2);
    entries.name("Filter", "FlateDecode");
    entries.dictionary("DecodeParms").integer("Predictor", 12).integer("Columns", row_bytes);
    places_[static_cast<std::size_t>(self)] = {};
    append_stream(self, entries, deflate(with_up_predictor(table)));
}

std::optional<std::string> CompactWriter::finish(const Roots& roots) {
    if (!open_.numbers.empty()) close_pack();
    deflate_packs();
    const Ref table = store_.reserve();
    if (table == Ref::none) return std::nullopt;
    const auto first_pack = static_cast<Ref>(static_cast<std::uint32_t>(table) + 1);
    append_packs(first_pack);
    const std::uint64_t start = offset_;
    if (start > greatest_offset || places_.size() > most_objects) return std::nullopt;

    append_table(roots, table, first_pack);
    std::string tail = "startxref\n";
    append_integer(tail, static_cast<std::int64_t>(start));
    pieces_.push_back(tail + "\n%%EOF\n");

    std::string out;
    out.reserve(offset_ + pieces_.back().size());
    for (std::string& piece : pieces_) out += std::exchange(piece, {});
    return out;
}

}  // namespace triptych::pdf::object
