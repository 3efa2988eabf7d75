#include "image/store.hpp"

#include <algorithm>
#include <mutex>
#include <utility>

#include "base/check.hpp"
#include "base/text.hpp"

namespace triptych::image {
namespace {

/// Cheap first test for equal contents: length, head and tail.
std::uint64_t content_key(std::string_view bytes) {
    constexpr std::size_t sampled = 4096;
    const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), sampled));
    return text::stable_hash(bytes.substr(0, sampled)) * 31 + text::stable_hash(tail) +
           bytes.size();
}

}  // namespace

struct Store::State {
    struct Entry {
        std::string path;
        std::once_flag once;
        std::optional<Info> info;
        std::uint64_t key = 0;
    };

    const Files& files;
    std::vector<Entry> entries;

    State(const Files& source, std::vector<std::string> paths)
        : files(source), entries(paths.size()) {
        for (std::size_t i = 0; i < paths.size(); ++i) entries[i].path = std::move(paths[i]);
    }

    Entry& looked_at(std::size_t i) {
        TRIPTYCH_CHECK(i < entries.size(), "a media id belongs to the book of its store");
        Entry& entry = entries[i];
        std::call_once(entry.once, [&] {
            const auto bytes = files.read(entry.path);
            if (!bytes) return;
            entry.info = probe(*bytes);
            entry.key = content_key(*bytes);
        });
        return entry;
    }
};

Store::Store(const Files& files, std::vector<std::string> paths)
    : state_(std::make_unique<State>(files, std::move(paths))) {}
Store::~Store() = default;

std::optional<Info> Store::info(MediaId media) const {
    return state_->looked_at(index(media)).info;
}

std::optional<std::string> Store::bytes(MediaId media) const {
    return state_->files.read(path(media));
}

const std::string& Store::path(MediaId media) const {
    TRIPTYCH_CHECK(index(media) < size(), "a media id belongs to the book of its store");
    return state_->entries[index(media)].path;
}

std::size_t Store::size() const { return state_->entries.size(); }

MediaId Store::same_as(MediaId media) const {
    const auto& wanted = state_->looked_at(index(media));
    for (std::size_t i = 0; i < index(media); ++i)
        if (state_->looked_at(i).key == wanted.key && bytes(MediaId(i)) == bytes(media))
            return MediaId(i);
    return media;
}

}  // namespace triptych::image
