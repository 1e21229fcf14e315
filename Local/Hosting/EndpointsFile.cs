using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Hosting;

/// <summary>
/// <c>.local/endpoints.json</c>: there while everything answers, and only then. <c>api</c> is the invoke URL of the first
/// stage; <c>live</c> is null while no WebSocket API is deployed.
/// </summary>
internal sealed class EndpointsFile : IDisposable
{
    private readonly string _path;

    private EndpointsFile(string path) => _path = path;

    /// <summary>Removes what a killed runner left.</summary>
    public static void Remove(string path)
    {
        // Deleting a file that is not there is no error, but in a folder that is not there it is.
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    /// <summary>Writes the file, whole or not at all, and removes it when disposed.</summary>
    public static EndpointsFile Write(string path, Endpoints endpoints, ResourceGraph graph)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var document = new JsonObject
        {
            ["site"] = Text(endpoints.Site),
            ["api"] = InvokeUrl.Of(endpoints, graph.Nodes),
            ["aws"] = Text(endpoints.Aws),
            ["console"] = Text(endpoints.Console),
            ["live"] = InvokeUrl.OfWebSockets(endpoints, graph.Nodes),
        };
        var draft = path + ".draft";
        File.WriteAllText(draft, document.ToString());
        File.Move(draft, path, overwrite: true);
        return new EndpointsFile(path);
    }

    public void Dispose() => Remove(_path);

    private static string Text(Uri uri) => uri.AbsoluteUri.TrimEnd('/');
}
