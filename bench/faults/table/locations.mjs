/** Location is missing or leads nowhere. */
export const locationsFaults = [
  {
    id: "no-location",
    mistake: "201 has no Location",
    breaks: "Guide: always include a Location header when returning 201",
    endpoints: "POST /projects",
  },
  {
    id: "location-misspelt",
    mistake: "Location is /project/7, which nobody serves",
    breaks: "Guide: this header should point to the newly created resource",
    endpoints: "POST /projects",
  },
  {
    id: "location-of-list",
    mistake: "Location is the list",
    breaks: "Guide: this header should point to the newly created resource",
    endpoints: "POST /projects",
  },
  {
    id: "location-behind-proxy",
    mistake: "Location has the address behind the proxy, which no client reaches",
    breaks: "Guide: Location allows clients to access the resource immediately",
    endpoints: "POST /projects",
  },
  {
    id: "no-monitor",
    mistake: "202 says nowhere how the job goes on",
    breaks: "RFC 9110, 15.3.3: the answer ought to point to a status monitor; the API documents Location",
    endpoints: "POST /exports",
  },
  {
    id: "monitor-nowhere",
    mistake: "The Location of 202 is answered 404",
    breaks: "RFC 9110, 15.3.3: the answer ought to point to a status monitor",
    endpoints: "POST /exports",
  },
];
