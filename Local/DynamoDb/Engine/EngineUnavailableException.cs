namespace Lexicon.Local.DynamoDb.Engine;

/// <summary>The engine did not answer.</summary>
/// <param name="wasSent">Whether the request may have reached it, so that its outcome is unknown.</param>
internal sealed class EngineUnavailableException(bool wasSent) : Exception("DynamoDB Local does not answer")
{
    /// <summary>Whether the request may have reached it.</summary>
    public bool WasSent => wasSent;
}
