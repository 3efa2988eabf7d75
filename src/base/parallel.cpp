#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <numeric>
#include <optional>
#include <thread>
#include <vector>

namespace triptych {
namespace {

/// Runs `work` on `threads` threads, this one among them.
void run_on(std::size_t threads, const std::function<void()>& work) {
    std::vector<std::jthread> pool;
    try {
        for (std::size_t i = 1; i < threads; ++i) pool.emplace_back(work);
    } catch (const std::exception&) {
        // No memory or no more threads: those there are do the work.
    }
    work();
}

std::size_t threads_for(std::size_t count, unsigned jobs) {
    if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
    return std::min<std::size_t>(jobs, count);
}

/// Tasks by cost that several threads take from.
class Budget {
public:
    Budget(std::uint64_t budget, const std::vector<std::uint64_t>& costs)
        : left_(budget), costs_(costs), waiting_(costs.size()) {
        std::iota(waiting_.begin(), waiting_.end(), std::size_t{0});
        std::stable_sort(waiting_.begin(), waiting_.end(),
                         [&](std::size_t a, std::size_t b) { return costs[a] > costs[b]; });
        for (std::uint64_t& cost : costs_) cost = std::min(cost, budget);
    }

    /// The first task there is room for, once there is any; nothing when all are taken.
    std::optional<std::size_t> take() {
        std::unique_lock lock(mutex_);
        auto next = waiting_.end();
        freed_.wait(lock, [&] {
            next = std::find_if(waiting_.begin(), waiting_.end(),
                                [&](std::size_t i) { return costs_[i] <= left_; });
            return waiting_.empty() || next != waiting_.end();
        });
        if (waiting_.empty()) return std::nullopt;
        const std::size_t task = *next;
        waiting_.erase(next);
        left_ -= costs_[task];
        return task;
    }
    void give_back(std::size_t task) {
        {
            const std::lock_guard lock(mutex_);
            left_ += costs_[task];
        }
        freed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable freed_;
    std::uint64_t left_;
    std::vector<std::uint64_t> costs_;
    std::vector<std::size_t> waiting_;
};

/// The exceptions of tasks, by index.
class Failures {
public:
    explicit Failures(std::size_t count) : all_(count) {}
    void run(std::size_t i, const std::function<void(std::size_t)>& task) {
        try {
            task(i);
        } catch (...) {
            all_[i] = std::current_exception();
        }
    }
    void rethrow_first() const {
        for (const auto& failure : all_)
            if (failure) std::rethrow_exception(failure);
    }

private:
    std::vector<std::exception_ptr> all_;
};

}  // namespace

void for_each_index(std::size_t count, unsigned jobs,
                    const std::function<void(std::size_t)>& task) {
    const std::size_t threads = threads_for(count, jobs);
    if (threads <= 1) {
        for (std::size_t i = 0; i < count; ++i) task(i);
        return;
    }
    Failures failures(count);
    std::atomic<std::size_t> next{0};
    run_on(threads, [&] {
        for (std::size_t i = next++; i < count; i = next++) failures.run(i, task);
    });
    failures.rethrow_first();
}

void for_each_within(std::uint64_t budget, const std::vector<std::uint64_t>& costs, unsigned jobs,
                     const std::function<void(std::size_t)>& task) {
    Budget tasks(budget, costs);
    Failures failures(costs.size());
    run_on(threads_for(costs.size(), jobs), [&] {
        while (const auto i = tasks.take()) {
            failures.run(*i, task);
            tasks.give_back(*i);
        }
    });
    failures.rethrow_first();
}

}  // namespace triptych
