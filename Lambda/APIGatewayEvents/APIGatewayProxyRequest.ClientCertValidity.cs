#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

namespace Amazon.Lambda.APIGatewayEvents;

public partial class APIGatewayProxyRequest
{
    /// <summary>When a client certificate holds.</summary>
    public class ClientCertValidity
    {
        /// <summary>Not before this date.</summary>
        public string NotBefore { get; set; }

        /// <summary>Not after this date.</summary>
        public string NotAfter { get; set; }
    }
}
