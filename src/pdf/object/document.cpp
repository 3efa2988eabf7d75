#include "pdf/object/document.hpp"

#include <utility>

#include "base/deflate.hpp"
#include "pdf/object/compact.hpp"
#include "pdf/object/haru.hpp"
#include "pdf/object/readable.hpp"

namespace triptych::pdf::object {

namespace {

std::unique_ptr<FileWriter> make_writer(Packing packing, Haru& store, Threads& threads,
                                        Version version) {
    switch (packing) {
        case Packing::compact:
            return std::make_unique<CompactWriter>(store, threads, version);
        case Packing::readable:
            return std::make_unique<ReadableWriter>(store, version);
    }
    return nullptr;
}

}  // namespace

Stream make_stream(Packing packing, std::string data) {
    if (packing == Packing::readable) return {std::move(data), {}};
    Stream out{deflate(data), {}};
    out.entries.name("Filter", "FlateDecode");
    return out;
}

Document::Document(Packing packing, Threads& threads, Version version)
    : packing_(packing),
      store_(std::make_unique<Haru>()),
      writer_(make_writer(packing, *store_, threads, version)) {}
Document::~Document() = default;

Ref Document::reserve() {
    const Ref ref = store_->reserve();
    if (ref == Ref::none) failed_ = true;
    return ref;
}

std::vector<Ref> Document::reserve(std::size_t count) {
    std::vector<Ref> out(count);
    for (Ref& ref : out) ref = reserve();
    return out;
}

void Document::set(Ref ref, const Dictionary& dictionary) {
    if (ref != Ref::none) writer_->add(ref, dictionary);
}

Ref Document::add(const Dictionary& dictionary) {
    const Ref ref = reserve();
    set(ref, dictionary);
    return ref;
}

void Document::set(Ref ref, Stream stream) {
    if (ref != Ref::none) writer_->add(ref, std::move(stream));
}

Ref Document::add(Stream stream) {
    const Ref ref = reserve();
    set(ref, std::move(stream));
    return ref;
}

std::optional<std::string> Document::finish(const Roots& roots) {
    if (failed_) return std::nullopt;
    return writer_->finish(roots);
}

}  // namespace triptych::pdf::object
