using System.Text.Json.Nodes;

namespace Lexicon.Local.Cognito.Users;

/// <summary>The operations of the user pools API, as cognito-local performs them.</summary>
internal interface IUserDirectory
{
    /// <summary>Performs an operation; its checks and its tokens are cognito-local's, so nothing goes out of here unseen.</summary>
    /// <exception cref="CognitoException">The operation failed, or cognito-local does not answer or does not offer it.</exception>
    Task<JsonObject> CallAsync(string operation, JsonObject request, CancellationToken cancellation);
}
