#pragma once

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace triptych::typeset {

/// Values by words, each made once and kept where it is. Safe to use from several threads.
///
/// Open addressing with the hashes beside the pointers: a word that is there costs two misses of
/// the processor's cache, and looking words up is what setting text does most.
template <typename Value>
class WordTable {
public:
    /// The value of `word`; `make()` gives it when the table has none. Several threads may make it
    /// at once, one of theirs is kept.
    template <typename Make>
    const Value& get(std::string_view word, const Make& make) {
        const std::size_t hash = std::hash<std::string_view>{}(word);
        Shard& shard = shards_[hash >> shard_shift & (shards_.size() - 1)];
        {
            const std::lock_guard lock(shard.mutex);
            if (const Entry* found = shard.find(word, hash)) return found->value;
        }
        auto made = std::make_unique<const Entry>(Entry{std::string(word), make()});
        const std::lock_guard lock(shard.mutex);
        if (const Entry* found = shard.find(word, hash)) return found->value;
        return shard.add(hash, std::move(made)).value;
    }

private:
    /// Bits of the hash that slots are not chosen by.
    static constexpr unsigned shard_shift = 40;
    static constexpr std::size_t first_slots = 16;

    struct Entry {
        std::string word;
        Value value;
    };
    struct Slot {
        std::size_t hash = 0;
        std::unique_ptr<const Entry> entry;
    };
    struct Shard {
        std::mutex mutex;
        std::vector<Slot> slots;  ///< none, or a power of two, at most three quarters of them taken
        std::size_t taken = 0;

        const Entry* find(std::string_view word, std::size_t hash) const {
            if (slots.empty()) return nullptr;
            for (std::size_t at = hash;; ++at) {
                const Slot& slot = slots[at & (slots.size() - 1)];
                if (!slot.entry) return nullptr;
                if (slot.hash == hash && slot.entry->word == word) return slot.entry.get();
            }
        }
        /// The word must not be there.
        const Entry& add(std::size_t hash, std::unique_ptr<const Entry> entry) {
            if ((taken + 1) * 4 > slots.size() * 3) grow();
            ++taken;
            return *place(slots, {hash, std::move(entry)}).entry;
        }
        void grow() {
            std::vector<Slot> larger(slots.empty() ? first_slots : slots.size() * 2);
            for (Slot& slot : slots)
                if (slot.entry) place(larger, std::move(slot));
            slots = std::move(larger);
        }
        static const Slot& place(std::vector<Slot>& into, Slot slot) {
            std::size_t at = slot.hash & (into.size() - 1);
            while (into[at].entry) at = (at + 1) & (into.size() - 1);
            return into[at] = std::move(slot);
        }
    };
    std::array<Shard, 16> shards_;
};

}  // namespace triptych::typeset
