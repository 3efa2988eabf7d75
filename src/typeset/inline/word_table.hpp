#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <memory_resource>
#include <mutex>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
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
/// Looking words up is what setting text does most, so that it takes no lock: open addressing over
/// entries that never change, in slots that are filled once. All that the words need lies in blocks
/// of memory that are freed with the table, in next to no time.
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
        if (const Entry* found = shard.find(word, hash)) return found->value;
        const auto made = make();
        const std::lock_guard lock(shard.mutex);
        if (const Entry* found = shard.find(word, hash)) return found->value;
        return shard.add(word, hash, made).value;
    }

private:
    /// The bits above choose the shard, those below the slot in it.
    static constexpr unsigned shard_shift = 40;
    static constexpr std::size_t first_slots = 16, first_bytes = 256;

    struct Entry {
        std::size_t hash = 0;
        std::string_view word;
        Value value;
    };
    /// Their number is a power of two; at most three quarters of them are filled.
    using Slots = std::vector<std::atomic<const Entry*>>;

    struct Shard {
        std::mutex mutex;  ///< of those who add
        std::pmr::monotonic_buffer_resource memory{first_bytes};
        std::atomic<const Slots*> slots = nullptr;
        std::vector<std::unique_ptr<Slots>> all;  ///< the last one and those that readers may see
        std::size_t taken = 0;

        const Entry* find(std::string_view word, std::size_t hash) const {
            const Slots* const now = slots.load(std::memory_order_acquire);
            if (!now) return nullptr;
            for (std::size_t at = hash;; ++at) {
                const Entry* entry = (*now)[at & (now->size() - 1)].load(std::memory_order_acquire);
                if (!entry || (entry->hash == hash && entry->word == word)) return entry;
            }
        }
        /// The word must not be there.
        template <typename Made>
        const Entry& add(std::string_view word, std::size_t hash, const Made& made) {
            if (all.empty() || (taken + 1) * 4 > all.back()->size() * 3) grow();
            const auto letters = kept(std::span<const char>(word), memory);
            void* const place = memory.allocate(sizeof(Entry), alignof(Entry));
            const auto* const entry =
                ::new (place) Entry{hash, {letters.data(), letters.size()}, made.keep_in(memory)};
            put(*all.back(), entry);
            ++taken;
            return *entry;
        }
        void grow() {
            auto larger =
                std::make_unique<Slots>(all.empty() ? first_slots : all.back()->size() * 2);
            if (!all.empty())
                for (const auto& slot : *all.back())
                    if (const Entry* entry = slot.load(std::memory_order_relaxed))
                        put(*larger, entry);
            all.push_back(std::move(larger));
            slots.store(all.back().get(), std::memory_order_release);
        }
        static void put(Slots& into, const Entry* entry) {
            std::size_t at = entry->hash & (into.size() - 1);
            while (into[at].load(std::memory_order_relaxed)) at = (at + 1) & (into.size() - 1);
            into[at].store(entry, std::memory_order_release);
        }
    };
    std::array<Shard, 4> shards_;
};

}  // namespace triptych::typeset
