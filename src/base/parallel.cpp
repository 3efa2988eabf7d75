#include "base/parallel.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <numeric>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

#include "base/cancel.hpp"

namespace triptych {
namespace {

/// The tasks of a loop that nobody has taken yet.
class Tasks {
public:
    virtual ~Tasks() = default;
    /// The next one that may begin now.
    virtual std::optional<std::size_t> take() = 0;
    virtual std::size_t left() const = 0;
    /// A task has ended; true when another one may begin that could not before.
    virtual bool end(std::size_t task) = 0;
};

class TasksInOrder : public Tasks {
public:
    explicit TasksInOrder(std::size_t count) : count_(count) {}
    std::optional<std::size_t> take() override {
        return next_ < count_ ? std::optional(next_++) : std::nullopt;
    }
    std::size_t left() const override { return count_ - next_; }
    bool end(std::size_t) override { return false; }

private:
    std::size_t next_ = 0, count_;
};

class TasksWithCosts : public Tasks {
public:
    TasksWithCosts(std::uint64_t budget, const std::vector<std::uint64_t>& costs)
        : budget_left_(budget), costs_(costs), waiting_(costs.size()) {
        std::iota(waiting_.begin(), waiting_.end(), std::size_t{0});
        std::stable_sort(waiting_.begin(), waiting_.end(),
                         [&](std::size_t a, std::size_t b) { return costs[a] > costs[b]; });
        for (std::uint64_t& cost : costs_) cost = std::min(cost, budget);
    }
    std::optional<std::size_t> take() override {
        const auto next = std::find_if(waiting_.begin(), waiting_.end(), [&](std::size_t task) {
            return costs_[task] <= budget_left_;
        });
        if (next == waiting_.end()) return std::nullopt;
        const std::size_t task = *next;
        waiting_.erase(next);
        budget_left_ -= costs_[task];
        return task;
    }
    std::size_t left() const override { return waiting_.size(); }
    bool end(std::size_t task) override {
        budget_left_ += costs_[task];
        return !waiting_.empty();
    }

private:
    std::uint64_t budget_left_;
    std::vector<std::uint64_t> costs_;
    std::vector<std::size_t> waiting_;
};

/// Tasks that threads are at. All but `task` and `parent` is guarded by the pool's mutex.
struct Loop {
    const std::function<void(std::size_t)>& task;
    Tasks& tasks;
    const std::stop_token& stop;
    const Loop* parent;  ///< the loop that has called for this one in a task of its own; or null
    std::size_t running = 0;
    std::size_t failed_task = 0;
    std::exception_ptr failure{};  ///< of the first task, by index, that has failed

    bool has_ended() const { return running == 0 && tasks.left() == 0; }
    bool is_within(const Loop& outer) const {
        for (const Loop* loop = this; loop; loop = loop->parent)
            if (loop == &outer) return true;
        return false;
    }
    void note_failure(std::size_t task_number, std::exception_ptr thrown) {
        if (failure && failed_task < task_number) return;
        failed_task = task_number;
        failure = std::move(thrown);
    }
};

/// The loop whose task this thread is at; null outside of all.
thread_local const Loop* current_loop = nullptr;

std::exception_ptr run_task(const Loop& loop, std::size_t task) {
    const Loop* const before = std::exchange(current_loop, &loop);
    std::exception_ptr failure;
    try {
        if (loop.stop.stop_requested()) throw Cancelled();
        loop.task(task);
    } catch (...) {
        failure = std::current_exception();
    }
    current_loop = before;
    return failure;
}

}  // namespace

/// Threads without work wait for any; one that waits for the end of its own loop helps with the
/// loops inside it only, since it may hold what the tasks of others need.
class Threads::Pool {
public:
    explicit Pool(std::size_t most_helpers) : most_helpers_(most_helpers) {}
    ~Pool() {
        {
            const std::lock_guard lock(mutex_);
            is_closing_ = true;
        }
        work_added_.notify_all();
    }
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    bool has_helpers() const { return most_helpers_ > 0; }
    const std::stop_token& stop() const { return stop_; }
    void stop_when(std::stop_token stop) { stop_ = std::move(stop); }

    void run(Tasks& tasks, const std::function<void(std::size_t)>& task) {
        Loop loop{task, tasks, stop_, current_loop};
        std::unique_lock lock(mutex_);
        open_.push_back(&loop);
        call_helpers(tasks.left() - 1);
        while (!loop.has_ended())
            if (!run_one_task(lock, &loop)) wait_for_loop(lock);
        std::erase(open_, &loop);
        lock.unlock();
        if (loop.failure) std::rethrow_exception(loop.failure);
    }

private:
    /// Runs a task of a loop within `outer` (null: of any), the oldest loop first; false when there
    /// is none to begin.
    bool run_one_task(std::unique_lock<std::mutex>& lock, const Loop* outer) {
        for (Loop* loop : open_) {
            if (outer && !loop->is_within(*outer)) continue;
            if (const auto task = loop->tasks.take()) {
                run_taken(lock, *loop, *task);
                return true;
            }
        }
        return false;
    }

    void run_taken(std::unique_lock<std::mutex>& lock, Loop& loop, std::size_t task) {
        ++loop.running;
        lock.unlock();
        auto failure = run_task(loop, task);
        lock.lock();
        --loop.running;
        if (failure) loop.note_failure(task, std::move(failure));
        const bool has_room = loop.tasks.end(task);
        if (has_room) work_added_.notify_all();
        if ((has_room || loop.has_ended()) && waiting_for_loops_ > 0) loop_changed_.notify_all();
    }

    void wait_for_loop(std::unique_lock<std::mutex>& lock) {
        ++waiting_for_loops_;
        loop_changed_.wait(lock);
        --waiting_for_loops_;
    }

    /// Wakes or starts as many helpers as can be of use.
    void call_helpers(std::size_t wanted) {
        if (waiting_for_loops_ > 0) loop_changed_.notify_all();
        for (std::size_t i = 0; i < std::min(wanted, idle_); ++i) work_added_.notify_one();
        const std::size_t to_start = wanted > idle_ ? wanted - idle_ : 0;
        try {
            for (std::size_t i = 0; i < to_start && helpers_.size() < most_helpers_; ++i)
                helpers_.emplace_back([this] { help(); });
        } catch (const std::exception&) {
            // No memory or no more threads: those there are do the work.
        }
    }

    void help() {
        std::unique_lock lock(mutex_);
        while (!is_closing_) {
            if (run_one_task(lock, nullptr)) continue;
            ++idle_;
            work_added_.wait(lock);
            --idle_;
        }
    }

    const std::size_t most_helpers_;
    std::stop_token stop_;
    std::mutex mutex_;
    std::condition_variable work_added_, loop_changed_;
    std::vector<Loop*> open_;  ///< oldest first
    std::size_t idle_ = 0, waiting_for_loops_ = 0;
    bool is_closing_ = false;
    std::vector<std::jthread> helpers_;
};

Threads::Threads(unsigned jobs) {
    if (jobs == 0) jobs = std::max(1U, std::thread::hardware_concurrency());
    pool_ = std::make_unique<Pool>(jobs - 1);
}
Threads::~Threads() = default;

void stop_when(Threads& threads, std::stop_token stop) {
    threads.pool().stop_when(std::move(stop));
}

Threads& calling_thread() {
    static Threads own(1);
    return own;
}

void for_each_index(std::size_t count, Threads& threads,
                    const std::function<void(std::size_t)>& task) {
    if (count <= 1 || !threads.pool().has_helpers()) {
        for (std::size_t i = 0; i < count; ++i) {
            if (threads.pool().stop().stop_requested()) throw Cancelled();
            task(i);
        }
        return;
    }
    TasksInOrder tasks(count);
    threads.pool().run(tasks, task);
}

void for_each_within(std::uint64_t budget, const std::vector<std::uint64_t>& costs,
                     Threads& threads, const std::function<void(std::size_t)>& task) {
    if (costs.empty()) return;
    TasksWithCosts tasks(budget, costs);
    threads.pool().run(tasks, task);
}

}  // namespace triptych
