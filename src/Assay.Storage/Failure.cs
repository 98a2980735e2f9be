using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Assay.Storage;

/// <summary>Says what is wrong with a store, and how it is mended.</summary>
internal static class Failure
{
    public static StoreException Of(Database database, DbException error) => new(Said(database, error, database.Dialect == Dialect.Sqlite ? OfFile(error) : OfServer(error)), error);

    /// <summary>The connection broke while the server was told to keep what had been written.</summary>
    public static StoreException Uncertain(Database database, DbException error) =>
        new(Said(database, error, "the connection broke in the middle, so look whether the last change was kept before it is made again"), error) { IsUncertain = true };

    private static string Said(Database database, DbException error, string mend) => $"the store {database.Where} can't be used: {error.Message.ReplaceLineEndings(" ").TrimEnd('.')}; {mend}";

    // The numbers are those of SQLite's "Result and Error Codes".
    private static string OfFile(DbException error) => (error as SqliteException)?.SqliteErrorCode switch
    {
        5 or 6 => "another program holds it locked: close that one",
        8 => "it may not be written: let the user who runs this write the file and its folder",
        10 => "its disk does not answer as it should: check the disk",
        11 => "it is damaged: restore a backup",
        13 => "its disk is full: make room",
        14 => "check that its folder exists, and that the user who runs this may write there",
        26 => "it is no store: name another file after --store",
        _ => "check that the folder exists and may be written, and that the disk is not full",
    };

    // The codes are those of PostgreSQL's appendix A.
    private static string OfServer(DbException error) => error.SqlState switch
    {
        "28P01" or "28000" => "check the name and the password after --store, and what pg_hba.conf allows",
        "3D000" => "make the database first: createdb",
        "42501" => "let this user make and write tables in the schema",
        "42P07" => "the database holds tables of another program: name another one after --store",
        "25006" => "the server only reads, as a standby does: name the one that writes",
        "53100" => "the server's disk is full: make room",
        "53300" => "the server has no connection left: raise max_connections, or set Maximum Pool Size after --store",
        "57P01" or "57P02" or "57P03" => "the server is stopping or starting: try again in a moment",
        null => "check that the server runs and can be reached, and the address after --store",
        _ => "the server's log says more",
    };
}
