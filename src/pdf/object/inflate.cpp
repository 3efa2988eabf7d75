#include "pdf/object/inflate.hpp"

#include <zlib.h>

#include <array>
#include <limits>

namespace triptych::pdf::object {

std::optional<std::size_t> inflated_size(std::string_view stream, std::size_t limit) {
    z_stream state{};
    if (stream.size() > std::numeric_limits<uInt>::max() || inflateInit(&state) != Z_OK)
        return std::nullopt;
    std::array<Bytef, 32768> window;
    state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(stream.data()));
    state.avail_in = static_cast<uInt>(stream.size());
    std::size_t size = 0;
    int status = Z_OK;
    while (status == Z_OK && size <= limit) {
        state.next_out = window.data();
        state.avail_out = static_cast<uInt>(window.size());
        status = inflate(&state, Z_NO_FLUSH);
        size += window.size() - state.avail_out;
    }
    const bool whole = status == Z_STREAM_END && state.avail_in == 0 && size <= limit;
    inflateEnd(&state);
    if (!whole) return std::nullopt;
    return size;
}

}  // namespace triptych::pdf::object
