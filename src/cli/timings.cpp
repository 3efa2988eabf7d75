#include "cli/timings.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

namespace triptych::cli {
namespace {

struct Spent {
    double user = 0, system = 0;  ///< seconds of all threads
    double peak = 0;              ///< megabytes
};

Spent spent() {
    rusage usage{};
    if (::getrusage(RUSAGE_SELF, &usage) != 0) return {};
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return {seconds(usage.ru_utime), seconds(usage.ru_stime),
            static_cast<double>(usage.ru_maxrss) / 1024};
}

double milliseconds(std::chrono::steady_clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

double thousandths(double value) { return std::round(value * 1000) / 1000; }

}  // namespace

void Timings::note(std::string_view stage, Step step) {
    const std::lock_guard lock(mutex_);
    const auto now = Clock::now();
    if (step == Step::begins) {
        stages_.push_back({std::string(stage), now, now});
        return;
    }
    const auto running = std::find_if(stages_.rbegin(), stages_.rend(),
                                      [&](const Stage& one) { return one.name == stage; });
    if (running != stages_.rend()) running->end = now;
}

double Timings::from_start(Clock::time_point time) const {
    return milliseconds(time - stages_.front().begin);
}

std::string Timings::to_text(MessageLanguage language) const {
    const std::lock_guard lock(mutex_);
    std::vector<std::pair<std::string, std::string>> rows;  ///< a stage and its times
    rows.emplace_back(
        say("stage").in(language),
        fmt::format("{:>9} {:>9}", say("from ms").in(language), say("takes ms").in(language)));
    for (const Stage& stage : stages_)
        rows.emplace_back(
            translated(stage.name, language),
            say("{:>9.1f} {:>9.1f}", from_start(stage.begin), milliseconds(stage.end - stage.begin))
                .in(language));
    std::size_t widest = 20;
    for (const auto& row : rows) widest = std::max(widest, row.first.size());
    std::string out;
    for (const auto& [stage, times] : rows) out += fmt::format("{:<{}} {}\n", stage, widest, times);
    const Spent all = spent();
    return out +
           say("processor {:.3f} s user, {:.3f} s system; peak memory {:.1f} MB", all.user,
               all.system, all.peak)
               .in(language) +
           '\n';
}

std::string Timings::to_json() const {
    const std::lock_guard lock(mutex_);
    nlohmann::ordered_json stages = nlohmann::ordered_json::array();
    for (const Stage& stage : stages_)
        stages.push_back({{"stage", stage.name},
                          {"from_ms", thousandths(from_start(stage.begin))},
                          {"takes_ms", thousandths(milliseconds(stage.end - stage.begin))}});
    const Spent all = spent();
    const nlohmann::ordered_json told = {{"stages", std::move(stages)},
                                         {"user_s", thousandths(all.user)},
                                         {"system_s", thousandths(all.system)},
                                         {"peak_mb", thousandths(all.peak)}};
    return told.dump() + '\n';
}

}  // namespace triptych::cli
