// A small book, as in the golden cases, through everything: booklet, e-book, slides.

#include <triptych/build.hpp>

#include "bytes.hpp"

using namespace triptych;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto house = folder_files(TRIPTYCH_SOURCE_DIR);
    const auto files = memory_files(fuzz::book_of(fuzz::text_of(data, size)));
    Request request;
    request.book = files.get();
    request.data = house.get();
    request.jobs = 1;
    build(request);
    return 0;
}
