#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <memory_resource>
#include <mutex>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace triptych::typeset {

/// A copy of `values` in memory that is freed as a whole.
template <typename Value>
std::span<const Value> kept(std::span<const Value> values, std::pmr::memory_resource& memory) {
    static_assert(std::is_trivially_copyable_v<Value>);
    if (values.empty()) return {};
    auto* const copy = static_cast<Value*>(memory.allocate(values.size_bytes(), alignof(Value)));
    std::uninitialized_copy(values.begin(), values.end(), copy);
    return {copy, values.size()};
}
template <typename Value>
std::span<const Value> kept(const std::vector<Value>& values, std::pmr::memory_resource& memory) {
    return kept(std::span<const Value>(values), memory);
}

/// Values by words, each made once and kept where it is. Safe to use from several threads.
///
/// Open addressing with the hashes beside the pointers: a word that is there costs two misses of
/// the processor's cache, and looking words up is what setting text does most. All that the words
/// need lies in blocks of memory that are freed with the table, in next to no time.
template <typename Value>
class WordTable {
    static_assert(std::is_trivially_destructible_v<Value>);

public:
    /// The value of `word`. When the table has none, `make()` gives what has `keep_in(memory)`,
    /// which makes the value. Several threads may make it at once, one of theirs is kept.
    template <typename Make>
    const Value& get(std::string_view word, const Make& make) {
        const std::size_t hash = std::hash<std::string_view>{}(word);
        Shard& shard = shards_[hash >> shard_shift & (shards_.size() - 1)];
        {
            const std::lock_guard lock(shard.mutex);
            if (const Entry* found = shard.find(word, hash)) return found->value;
        }
        const auto made = make();
        const std::lock_guard lock(shard.mutex);
        if (const Entry* found = shard.find(word, hash)) return found->value;
        return shard.add(word, hash, made).value;
    }

private:
    /// Bits of the hash that slots are not chosen by.
    static constexpr unsigned shard_shift = 40;
    static constexpr std::size_t first_slots = 16;

    struct Entry {
        std::string_view word;
        Value value;
    };
    struct Slot {
        std::size_t hash = 0;
        const Entry* entry = nullptr;
    };
    struct Shard {
        std::mutex mutex;
        std::pmr::monotonic_buffer_resource memory;
        std::vector<Slot> slots;  ///< none, or a power of two, at most three quarters of them taken
        std::size_t taken = 0;

        const Entry* find(std::string_view word, std::size_t hash) const {
            if (slots.empty()) return nullptr;
            for (std::size_t at = hash;; ++at) {
                const Slot& slot = slots[at & (slots.size() - 1)];
                if (!slot.entry) return nullptr;
                if (slot.hash == hash && slot.entry->word == word) return slot.entry;
            }
        }
        /// The word must not be there.
        template <typename Made>
        const Entry& add(std::string_view word, std::size_t hash, const Made& made) {
            if ((taken + 1) * 4 > slots.size() * 3) grow();
            const auto letters = kept(std::span<const char>(word), memory);
            void* const place = memory.allocate(sizeof(Entry), alignof(Entry));
            const auto* const entry =
                ::new (place) Entry{{letters.data(), letters.size()}, made.keep_in(memory)};
            put(slots, {hash, entry});
            ++taken;
            return *entry;
        }
        void grow() {
            std::vector<Slot> larger(std::max(first_slots, slots.size() * 2));
            for (const Slot& slot : slots)
                if (slot.entry) put(larger, slot);
            slots = std::move(larger);
        }
        static void put(std::vector<Slot>& into, Slot slot) {
            std::size_t at = slot.hash & (into.size() - 1);
            while (into[at].entry) at = (at + 1) & (into.size() - 1);
            into[at] = slot;
        }
    };
    std::array<Shard, 16> shards_;
};

}  // namespace triptych::typeset
