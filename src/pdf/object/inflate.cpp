#include "pdf/object/inflate.hpp"

#include <zlib.h>

#include <array>
#include <limits>

namespace triptych::pdf::object {

namespace {

/// Unpacks a stream piece by piece and calls `take` for each; false in the cases that give nothing.
template <typename Take>
bool unpack(std::string_view stream, std::size_t limit, Take take) {
    z_stream state{};
    if (stream.size() > std::numeric_limits<uInt>::max() || inflateInit(&state) != Z_OK)
        return false;
    std::array<Bytef, 32768> window;
    state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(stream.data()));
    state.avail_in = static_cast<uInt>(stream.size());
    std::size_t size = 0;
    int status = Z_OK;
    while (status == Z_OK && size <= limit) {
        state.next_out = window.data();
        state.avail_out = static_cast<uInt>(window.size());
        status = inflate(&state, Z_NO_FLUSH);
        const std::size_t more = window.size() - state.avail_out;
        take(std::string_view(reinterpret_cast<const char*>(window.data()), more));
        size += more;
    }
    const bool whole = status == Z_STREAM_END && state.avail_in == 0 && size <= limit;
    inflateEnd(&state);
    return whole;
}

}  // namespace

std::optional<std::size_t> inflated_size(std::string_view stream, std::size_t limit) {
    std::size_t size = 0;
    if (!unpack(stream, limit, [&](std::string_view piece) { size += piece.size(); }))
        return std::nullopt;
    return size;
}

std::optional<std::string> inflated(std::string_view stream, std::size_t limit) {
    std::string out;
    if (!unpack(stream, limit, [&](std::string_view piece) { out += piece; })) return std::nullopt;
    return out;
}

}  // namespace triptych::pdf::object
