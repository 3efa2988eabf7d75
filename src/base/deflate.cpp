#include "base/deflate.hpp"

#include <libdeflate.h>

#include <memory>
#include <new>

namespace triptych {

namespace {

/// Above it, packing takes several times as long for some percent (bench/README.md).
constexpr int level = 6;

struct Free {
    void operator()(libdeflate_compressor* compressor) const {
        libdeflate_free_compressor(compressor);
    }
};
using Compressor = std::unique_ptr<libdeflate_compressor, Free>;

Compressor make_compressor() {
    Compressor compressor(libdeflate_alloc_compressor(level));
    if (!compressor) throw std::bad_alloc();
    return compressor;
}

}  // namespace

std::string deflate(std::string_view bytes, Wrapper wrapper) {
    thread_local const Compressor compressor = make_compressor();
    const bool bare = wrapper == Wrapper::none;
    const auto bound = bare ? libdeflate_deflate_compress_bound : libdeflate_zlib_compress_bound;
    const auto compress = bare ? libdeflate_deflate_compress : libdeflate_zlib_compress;
    const std::size_t room = bound(compressor.get(), bytes.size());
    const auto packed = std::make_unique_for_overwrite<char[]>(room);
    const std::size_t size =
        compress(compressor.get(), bytes.data(), bytes.size(), packed.get(), room);
    return {packed.get(), size};
}

std::uint32_t crc32(std::string_view bytes, std::uint32_t start) {
    return libdeflate_crc32(start, bytes.data(), bytes.size());
}

}  // namespace triptych
