namespace Assay.Storage;

/// <summary>Which database a store lies in.</summary>
public enum Dialect
{
    /// <summary>One file, in this process.</summary>
    Sqlite,
    /// <summary>A PostgreSQL server, which several processes may share.</summary>
    PostgreSql,
}
