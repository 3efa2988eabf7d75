#include "pdf/object/readable.hpp"

#include <utility>

#include "base/check.hpp"
#include "base/text.hpp"

namespace triptych::pdf::object {

Body& ReadableWriter::body(Ref ref) {
    bodies_.resize(store_.count());
    Body& out = bodies_[static_cast<std::size_t>(ref) - 1];
    TRIPTYCH_CHECK(out.entries.empty(), "an object is given once");
    return out;
}

void ReadableWriter::add(Ref ref, const Dictionary& dictionary) {
    body(ref) = {indented(dictionary.entries()), {}};
}

void ReadableWriter::add(Ref ref, Stream stream) {
    body(ref) = {indented(stream.entries.entries()), std::move(stream.data)};
}

std::optional<std::string> ReadableWriter::finish(const Roots& roots) {
    bodies_.resize(store_.count());
    std::uint64_t hash = 0;
    for (const Body& body : bodies_) {
        TRIPTYCH_CHECK(!body.entries.empty(), "a number without an object");
        hash = text::stable_hash(std::to_string(hash) + body.entries + body.data.value_or(""));
    }
    const std::string trailer = indented(trailer_entries(roots, hash).entries());
    return store_.write(std::move(bodies_), trailer, version_);
}

}  // namespace triptych::pdf::object
