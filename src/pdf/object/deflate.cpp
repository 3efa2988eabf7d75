#include "pdf/object/deflate.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <new>

namespace triptych::pdf::object {

namespace {

constexpr int level = 6, window_bits = 15, memory_level = 9;
constexpr std::size_t greatest_chunk = std::numeric_limits<uInt>::max();

Bytef* input(std::string_view bytes) {
    return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
}

class Compressor {
public:
    Compressor() {
        if (deflateInit2(&stream_, level, Z_DEFLATED, window_bits, memory_level,
                         Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::bad_alloc();
    }
    ~Compressor() { deflateEnd(&stream_); }
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;

    std::string run(std::string_view bytes) {
        deflateReset(&stream_);
        std::string out(deflateBound(&stream_, bytes.size()), '\0');
        std::size_t written = 0;
        int status = Z_OK;
        while (status == Z_OK) {
            const std::size_t room = std::min(out.size() - written, greatest_chunk);
            const std::size_t taken = std::min(bytes.size(), greatest_chunk);
            stream_.next_in = input(bytes);
            stream_.avail_in = static_cast<uInt>(taken);
            stream_.next_out = reinterpret_cast<Bytef*>(out.data() + written);
            stream_.avail_out = static_cast<uInt>(room);
            status = ::deflate(&stream_, taken == bytes.size() ? Z_FINISH : Z_NO_FLUSH);
            written += room - stream_.avail_out;
            bytes.remove_prefix(taken - stream_.avail_in);
        }
        out.resize(written);
        out.shrink_to_fit();
        return out;
    }

private:
    z_stream stream_{};
};

}  // namespace

std::string deflate(std::string_view bytes) {
    thread_local Compressor compressor;
    return compressor.run(bytes);
}

std::optional<std::size_t> inflated_size(std::string_view stream, std::size_t limit) {
    z_stream state{};
    if (stream.size() > greatest_chunk || inflateInit(&state) != Z_OK) return std::nullopt;
    std::array<Bytef, 32768> window;
    state.next_in = input(stream);
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
