#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>

#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_Flate.hh>

#include "verify/rules.hpp"

namespace triptych::verify {
namespace {

/// A picture of 80 million pixels has less.
constexpr std::size_t most_bytes = std::size_t{256} << 20;
/// No filter makes more bytes of one.
constexpr double most_growth = 3000;

/// Counts what comes out of a filter, and ends it where that is too much.
class Counter final : public Pipeline {
public:
    Counter() : Pipeline("count", nullptr) {}
    void write(const unsigned char* /*data*/, std::size_t size) override {
        count_ += size;
        if (count_ > most_bytes) throw std::length_error("too much");
    }
    void finish() override {}
    bool is_full() const { return count_ > most_bytes; }

private:
    std::size_t count_ = 0;
};

/// What the filters of a stream can make of its data at most.
double largest(QPDFObjectHandle stream) {
    auto entries = stream.getDict();
    auto length = entries.getKey("/Length"), filter = entries.getKey("/Filter");
    double bytes = length.isInteger() ? static_cast<double>(length.getIntValue()) : most_bytes;
    const int filters = filter.isArray() ? filter.getArrayNItems() : filter.isName() ? 1 : 0;
    for (int i = 0; i < filters && bytes < most_bytes; ++i) bytes *= most_growth;
    return bytes;
}

bool is_too_large(QPDFObjectHandle stream) {
    if (!stream.isStream() || largest(stream) <= most_bytes) return false;
    Counter counter;
    stream.pipeStreamData(&counter, 0, qpdf_dl_generalized, true);
    return counter.is_full();
}

bool inflates_too_far(std::string_view data) {
    Counter counter;
    Pl_Flate inflate("inflate", &counter, Pl_Flate::a_inflate);
    try {
        inflate.write(reinterpret_cast<const unsigned char*>(data.data()), data.size());
        inflate.finish();
    } catch (const std::exception&) {  // full, or no such data
    }
    return counter.is_full();
}

}  // namespace

bool has_large_tables(std::string_view file) {
    constexpr std::string_view begin = "stream", end = "endstream";
    constexpr std::size_t longest_entries = 2000;
    for (auto at = file.find(begin); at != std::string_view::npos;) {
        const auto front =
            file.substr(at - std::min(at, longest_entries), std::min(at, longest_entries));
        const auto from = front.rfind(" obj");
        const auto entries =
            from == std::string_view::npos ? std::string_view() : front.substr(from);
        const auto stop = std::min(file.find(end, at), file.size());
        if (entries.find("ObjStm") != std::string_view::npos ||
            entries.find("XRef") != std::string_view::npos) {
            auto data = file.substr(at + begin.size(), stop - std::min(stop, at + begin.size()));
            while (!data.empty() && (data.front() == '\r' || data.front() == '\n'))
                data.remove_prefix(1);
            if (inflates_too_far(data)) return true;
        }
        at = file.find(begin, std::min(stop + end.size(), file.size()));
    }
    return false;
}

bool has_large_streams(QPDF& file) {
    for (const auto& object : file.getAllObjects())
        if (is_too_large(object)) return true;
    return false;
}

}  // namespace triptych::verify
