namespace Assay.Evidence;

/// <summary>The id of an entity: a lower-case slug, for a state its ISO 3166-1 alpha-2 code. <c>default</c> names nothing.</summary>
public readonly record struct EntityId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

/// <summary>The id of a source in a pack's <c>sources.csv</c>. <c>default</c> names nothing.</summary>
public readonly record struct SourceId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}

/// <summary>
/// The id of a statement: its table and natural key, as <c>memberships/kz/csto</c>, so that it survives a re-sorting of the file.
/// <c>default</c> names nothing.
/// </summary>
public readonly record struct StatementId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
