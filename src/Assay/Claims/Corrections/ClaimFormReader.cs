using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Records;

namespace Assay.Claims.Corrections;

/// <summary>
/// Turns forms into claims, or says what is wrong in which field, all of it. Names are those of the record; figures, hedges and dates are read
/// by the lexicon that articles are read with. Safe to share between threads.
/// </summary>
public sealed class ClaimFormReader
{
    /// <summary>The longest filling of a field, in characters.</summary>
    public const int LongestField = 1000;

    private readonly EvidenceSnapshot _evidence;
    private readonly Lazy<EntityNames> _names;
    private readonly Lazy<RoleLists> _lists;
    private readonly ImmutableArray<(string Code, Lazy<FormLanguage> Language)> _languages;
    private readonly ExpectationWords _expectations;
    private readonly FormContents _contents;

    /// <summary>Over the rules and record that the claims are to be checked with.</summary>
    public ClaimFormReader(RuleSet rules, EvidenceSnapshot evidence)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(evidence);
        _evidence = evidence;
        _names = new Lazy<EntityNames>(() => new EntityNames(evidence));
        _lists = new Lazy<RoleLists>(() => new RoleLists(rules, evidence));
        _languages = [(rules.Lexicon.Language, new Lazy<FormLanguage>(() => new FormLanguage(rules.Lexicon))), .. rules.Others.Select(other => (other.Language, new Lazy<FormLanguage>(() => new FormLanguage(other.Lexicon))))];
        _expectations = new ExpectationWords(rules.Units);
        _contents = new FormContents(evidence);
    }

    /// <summary>The words that a choice is made among; empty where a role is no choice.</summary>
    public ImmutableArray<FormChoice> ChoicesOf(FormRole role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return role.Takes == RoleTakes.Choice ? _lists.Value.Of(role) : [];
    }

    /// <summary>Reads a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="place">Where the claim stands.</param>
    /// <param name="before">The claim that it corrects: what the form leaves as it was is taken from there as it was read. Null: there is none.</param>
    public FormReading Read(ClaimForm form, ClaimPlace place, Claim? before = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(place);
        if (FormCheck.Of(form) is { IsEmpty: false } hostile) return new FormReading(null, hostile);
        var was = before is null ? null : ClaimForm.Of(before, _evidence);
        var languages = _languages.OrderBy(language => language.Code == place.Language ? 0 : 1).Select(language => language.Language.Value);
        var roles = new RoleFillings(form, _names.Value, _evidence, _lists.Value, languages);
        var isSameKind = was is not null && was.Kind == form.Kind && was.Roles.SequenceEqual(form.Roles);
        var time = was?.Time == form.Time ? before!.Time : TimeWords.Read(form.Time, languages, place.AsOf);
        if (time is null) roles.Report("time", "not-a-date", form.Time, $"{TimeWords.Accepted}; 2019 to 2023; since 2009; {ClaimForm.AsOfArticle}; {ClaimForm.NoTime}");
        if (form.Stance == Stance.Attributed && roles.AreAsked && string.IsNullOrWhiteSpace(form.Speaker)) roles.Report("speaker", "missing", "", "who says it, as the article names them");
        if (form.Stance != Stance.Attributed && !string.IsNullOrWhiteSpace(form.Speaker)) roles.Report("speaker", "goes-not-together", form.Speaker, "nobody, where the claim is not attributed");
        var (content, expects) = isSameKind && was!.Expects == form.Expects ? (before!.Content, before.Expects) : Contents(form, roles, place, before, languages);
        if (content is null || expects is null || time is null || roles.Problems.Count > 0) return new FormReading(null, [.. roles.Problems]);
        return new FormReading(new Claim
        {
            Id = place.Id, Span = place.At.Span, Quote = place.At.Quote, Kind = form.Kind, Stance = form.Stance, Content = content, Expects = expects, Time = time, AsOf = place.AsOf,
            Frame = before?.Frame ?? "", Speaker = form.Speaker.Trim(), Notes = before?.Notes ?? [], Also = before?.Also ?? [],
        }, []);
    }

    private (Content? Content, Expectation? Expects) Contents(ClaimForm form, RoleFillings roles, ClaimPlace place, Claim? before, IEnumerable<FormLanguage> languages)
    {
        var shape = new FormShape(form, place, before?.Content, roles);
        if (!roles.AreAsked)
        {
            // The choices that stand there all the same must be ones.
            foreach (var role in ClaimForm.RolesOf(form.Kind).Where(role => role.Takes == RoleTakes.Choice)) roles.Choices(role.Name);
            return (before?.Kind == form.Kind && before.Content is Content.Open open && open.Question == place.At.Quote ? open : new Content.Open(place.At.Quote), Answer(form, roles, languages, ExpectedShape.Any));
        }
        roles.Require();
        var expects = Answer(form, roles, languages, FormContents.Expected(form));
        // Where one field is wrong, what stands in the others is looked at all the same: all that is wrong is told at once.
        if (roles.Problems.Count > 0)
            foreach (var role in ClaimForm.RolesOf(form.Kind).Where(role => role.Takes == RoleTakes.Entity)) roles.Entities(role.Name);
        return (roles.Problems.Count > 0 ? null : _contents.Of(shape, expects), FormContents.IsAlways(form) && expects is Expectation.Place always ? new Expectation.YesNo(!always.Denied) : expects);
    }

    private Expectation? Answer(ClaimForm form, RoleFillings roles, IEnumerable<FormLanguage> languages, ExpectedShape shape)
    {
        var text = form.Expects;
        Expectation? read = shape switch
        {
            ExpectedShape.YesNo => ExpectationWords.YesNo(text),
            ExpectedShape.Share => ExpectationWords.Share(text, languages),
            ExpectedShape.Amount => _expectations.Amount(text, languages),
            ExpectedShape.Place => ExpectationWords.Place(text, languages),
            _ => (Expectation?)ExpectationWords.YesNo(text) ?? ExpectationWords.Share(text, languages) ?? (Expectation?)_expectations.Amount(text, languages) ?? (Expectation?)ExpectationWords.Place(text, languages) ?? ExpectationWords.AnyFigure(text, languages),
        };
        if (read is null) roles.Report("expects", string.IsNullOrWhiteSpace(text) ? "missing" : "not-an-answer", text, FormContents.Accepted(shape));
        return read;
    }
}
