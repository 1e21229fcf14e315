namespace Lexicon.Local.Hosting;

/// <summary>
/// A request that may stay open for hours, such as a WebSocket: a feature of its <c>HttpContext</c>. With <c>--watch</c> it would keep an
/// older cloud from retiring.
/// </summary>
internal interface ILongRequest
{
    /// <summary>The request needs the cloud that it came to no more.</summary>
    void LetGo();
}
