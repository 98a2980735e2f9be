using System.Collections.Immutable;
using System.CommandLine;
using Assay.Evidence;
using Assay.Records;

namespace Assay.Cli;

/// <summary><c>assay agreements A [B]</c>: the agreements of a party, or between two.</summary>
internal sealed class AgreementsVerb(Terminal terminal, TimeProvider time)
{
    private readonly Argument<string> _one = new("A") { Description = "A state, body, ministry or company, by id or name." };
    private readonly Argument<string?> _other = new("B") { Arity = ArgumentArity.ZeroOrOne, Description = "Only agreements to which this one is a party too." };
    private readonly Option<string?> _kind = new("--kind") { HelpName = "KIND", Description = "Only agreements of this kind, or with this topic: alliance, military-cooperation, trade, minerals …" };
    private readonly ViewOptions _view = new(terminal, time);

    public Verb Create()
    {
        var verb = new Command("agreements", "Print the agreements of a party, or between two.");
        verb.Add(_one);
        verb.Add(_other);
        verb.Add(_kind);
        _view.AddTo(verb);
        _one.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(line => _view.Run(line, (names, days) =>
        {
            ImmutableArray<EntityId> parties = [.. new[] { line.GetRequiredValue(_one), line.GetValue(_other) }.OfType<string>().Select(word => Party(names, word))];
            if (parties.Distinct().Count() < parties.Length) throw StopException.Usage($"{names.Record.Evidence.NameOf(parties[0])} is named twice; name two parties or one");
            return AgreementsView.Of(names.Record.Evidence, names.Record.Rules, parties, line.GetValue(_kind) is { } kind ? Kinds(names.Record, kind) : [], days);
        }));
        return new Verb(verb, "assay agreements kz gb --at 2025-06-17", "assay agreements kz --kind military-cooperation");
    }

    private static EntityId Party(RecordNames names, string word) =>
        names.Entity(word, entity => entity.Kind is EntityKind.State or EntityKind.Bloc or EntityKind.Agency or EntityKind.Company or EntityKind.Fund, "a state, a body, a ministry or a company");

    private static ImmutableArray<string> Kinds(Record record, string word)
    {
        var slug = word.Trim().ToLowerInvariant().Replace(' ', '-');
        var rows = record.Evidence.Statements.OfType<Agreement>().ToList();
        var known = rows.Select(row => row.Kind).Concat(rows.SelectMany(row => row.Topics)).Distinct().ToList();
        if (known.Contains(slug)) return [slug];
        throw StopException.Usage($"the record has no agreement of the kind '{word}'{Suggestion.For(slug, known)}; kinds are: {string.Join(", ", rows.Select(row => row.Kind).Distinct().Order(StringComparer.Ordinal))}");
    }
}
