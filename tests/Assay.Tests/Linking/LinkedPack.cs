using System.Text;
using Assay.Tests.Cli;

namespace Assay.Tests.Linking;

/// <summary>A small pack with two entities that may be one.</summary>
internal static class LinkedPack
{
    public const string Source = "s,Publisher,Title,2025-01-01,https://example.org/,reference\n";

    public static void Write(TemporaryFolder folder, string entities = "")
    {
        folder.Write("datapackage.json", """{"profile":"tabular-data-package","name":"linked","title":"Linked","version":"1.0.0","assay":{"format":1,"buildsOn":["world"]},"resources":[{"name":"entities","path":"entities.csv"},{"name":"sources","path":"sources.csv"}]}"""u8);
        folder.Write("sources.csv", Encoding.UTF8.GetBytes("id,publisher,title,date,url,kind\n" + Source));
        folder.Write("entities.csv", Encoding.UTF8.GetBytes("id,kind,name,aliases,country,parent,identifiers,sources,note\nacme-one,company,Acme Zinc plc,,gb,,,s,\nacme-other,company,Acme Zinc,,gb,,,s,\n" + entities));
    }
}
