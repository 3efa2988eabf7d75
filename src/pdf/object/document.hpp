#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/parallel.hpp"
#include "pdf/object/file_writer.hpp"
#include "pdf/packing.hpp"

namespace triptych::pdf::object {

/// `data` deflated, or as it is in a readable file. May be called from any thread.
Stream make_stream(Packing packing, std::string data);

class Haru;

/// A PDF file while it grows. libharu's store gives objects their numbers; whatever the packing,
/// the objects are the same, and given in any order, each once. Not for several threads at once.
class Document {
public:
    Document(Packing packing, Threads& threads, Version version = Version::v1_7);
    ~Document();
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    Packing packing() const { return packing_; }
    /// A number for an object that is given later; every number must be used.
    Ref reserve();
    std::vector<Ref> reserve(std::size_t count);
    void set(Ref ref, const Dictionary& dictionary);
    Ref add(const Dictionary& dictionary);
    /// `Length` is added here.
    void set(Ref ref, Stream stream);
    Ref add(Stream stream);

    /// The whole file, with a hash of its content as its ID (§14.4). Nothing when it has more
    /// objects or bytes than the format can hold. To be called once, last.
    std::optional<std::string> finish(const Roots& roots);

private:
    Packing packing_;
    std::unique_ptr<Haru> store_;
    std::unique_ptr<FileWriter> writer_;
    bool failed_ = false;
};

}  // namespace triptych::pdf::object
