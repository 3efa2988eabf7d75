#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "pdf/object/file_writer.hpp"
#include "pdf/object/haru.hpp"

namespace triptych::pdf::object {

/// Writes a file with object streams and a cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8).
/// What is added is packed and deflated as soon as there is enough of it, so that memory stays near
/// the size of the file.
class CompactWriter final : public FileWriter {
public:
    /// `store` must outlive the writer.
    CompactWriter(Haru& store, Threads& threads, Version version)
        : store_(store), threads_(threads), version_(version) {}

    void add(Ref ref, const Dictionary& dictionary) override;
    void add(Ref ref, Stream stream) override;
    /// Nothing when the file would pass 4 GB or 8,388,607 objects.
    std::optional<std::string> finish(const Roots& roots) override;

private:
    /// Where an object is (§7.5.8.3): at an offset of the file, or in an object stream.
    struct Place {
        enum class Kind : std::uint8_t { free, offset, packed } kind{};
        std::uint16_t index = 0;
        std::uint32_t where = 0;  ///< offset in the file, or index of the object stream
    };
    /// An object stream in the making: the pairs of number and offset, and the objects.
    struct Pack {
        std::vector<std::pair<Ref, std::size_t>> numbers;
        std::string bodies;
        std::string stream;                ///< once deflated, which empties the two above
        std::size_t count = 0, first = 0;  ///< `N` and `First`
    };

    Place& place(Ref ref);
    void close_pack();
    void deflate_packs();
    void append_stream(Ref ref, const Dictionary& entries, std::string data);
    void append_packs(Ref first);
    void append_table(const Roots& roots, Ref self, Ref first_pack);
    std::string rows(Ref first_pack) const;

    Haru& store_;
    Threads& threads_;
    Version version_;
    std::vector<Place> places_;
    Pack open_;
    std::vector<Pack> closed_;  ///< of which the last are not deflated yet
    std::size_t deflated_ = 0;
    std::vector<std::string> pieces_;  ///< of the file, in order
    std::uint64_t offset_ = 0;
    std::uint64_t hash_ = 0;
};

}  // namespace triptych::pdf::object
