#include <map>
#include <string>
#include <tuple>
#include <utility>

#include <triptych/findings.hpp>

namespace triptych {

namespace {

/// "no font here has Japanese: 953 characters"; the message itself where it is the only one.
Message told(const Diagnostic& first, std::size_t count) {
    if (first.cause.empty() || count < 2) return first.message;
    if (first.kind == Kind::missing_glyph)
        return say_count(count, "{}: {} character", "{}: {} characters", first.cause, count);
    return say_count(count, "{}: {} time", "{}: {} times", first.cause, count);
}

/// Puts findings with one cause together, in the order in which causes are first met.
class Folder {
public:
    explicit Folder(const Judgement& judgement) : judgement_(judgement) {}

    void add(const Diagnostic& diagnostic) {
        const auto judged = severity_of(diagnostic.kind);
        if (!judged) {
            ++findings_.silenced;
            return;
        }
        const Message& cause = diagnostic.cause.empty() ? diagnostic.message : diagnostic.cause;
        const auto [found, is_new] = known_.try_emplace(
            {diagnostic.kind, cause.english(), diagnostic.hint.english()}, findings_.all.size());
        if (is_new)
            findings_.all.push_back(
                {diagnostic.kind, *judged, diagnostic.message, diagnostic.hint, {}, {}});
        Finding& finding = findings_.all[found->second];
        if (finding.places.empty() || finding.places.back() != diagnostic.span)
            finding.places.push_back(diagnostic.span);
        if (diagnostic.cause.empty()) return;
        finding.particulars.push_back(diagnostic.message);
        finding.message = told(diagnostic, finding.particulars.size());
    }

    Findings take(const Diagnostics& diagnostics) {
        for (const Kind kind : all_kinds())
            if (const std::size_t more = diagnostics.left_out(kind); more > 0 && severity_of(kind))
                findings_.left_out[kind] = more;
        return std::move(findings_);
    }

private:
    std::optional<Severity> severity_of(Kind kind) const {
        const auto judged = judgement_.find(kind);
        return judged == judgement_.end() ? severity(kind) : judged->second;
    }

    const Judgement& judgement_;
    Findings findings_;
    std::map<std::tuple<Kind, std::string, std::string>, std::size_t> known_;
};

}  // namespace

Findings fold(const Diagnostics& diagnostics, const Judgement& judgement) {
    Folder folder(judgement);
    for (const Diagnostic& diagnostic : diagnostics.all()) folder.add(diagnostic);
    return folder.take(diagnostics);
}

}  // namespace triptych
