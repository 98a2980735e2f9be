using System.Collections.Immutable;
using System.Reflection;
using Assay.Evidence;

namespace Assay.Tests.Soundness;

/// <summary>Rows with one field changed, whatever kind of row it is: every field that a row of that kind has, by what type it is of.</summary>
internal static class Mutants
{
    // What every row has and no step reads: where it stands, where it comes from, a note for people.
    private static readonly string[] NotRead = [nameof(Statement.Id), nameof(Statement.Sources), nameof(Statement.Note), nameof(Statement.Place)];

    /// <summary>Each field of a row with a changed row.</summary>
    public static IEnumerable<(string Field, Statement Row)> Of(Statement row) =>
        from field in row.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
        where field.CanWrite && !NotRead.Contains(field.Name)
        from value in Changed(field.GetValue(row))
        select (field.Name, With(row, field, value));

    private static IEnumerable<object> Changed(object? value) => value switch
    {
        EntityId => [new EntityId("nobody")],
        Bounds bounds => [Bounds.Exactly(Math.Abs(bounds.Low - 7.77m)), new Bounds(bounds.Low * 2.3m + 11, bounds.High * 2.3m + 11)],
        Validity span => [new Validity(null, new PartialDate(1800), null), new Validity(new PartialDate(2999), span.To is null ? null : new PartialDate(3000), null)],
        PartialDate => [new PartialDate(1800), new PartialDate(2999)],
        Period => [Period.Year(2999)],
        decimal figure => [figure * 2.3m + 11],
        int number => [number + 7],
        bool flag => [!flag],
        string => ["changed"],
        Enum word => Enum.GetValues(word.GetType()).Cast<object>().Where(other => !other.Equals(word)),
        ImmutableArray<EntityId> => [ImmutableArray.Create(new EntityId("nobody"))],
        ImmutableArray<string> => [ImmutableArray.Create("changed")],
        ImmutableArray<Alias> => [ImmutableArray.Create(new Alias("changed", false))],
        null => [],
        _ => throw new InvalidOperationException($"A field of the type {value.GetType()} can't be changed: say how."),
    };

    private static Statement With(Statement row, PropertyInfo field, object value)
    {
        var copy = (Statement)row.GetType().GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public)!.Invoke(row, null)!;
        field.SetValue(copy, value);
        return copy;
    }
}
