/**
 * Opens the map of the phone at a place; the address is Amap's, whose page hands over to the app that is installed. The
 * place is told to the map only when somebody follows the link, and nothing but the building's name goes with it.
 */
export function mapHref(place: { lat: number; lng: number }, name: string): string {
  const query = new URLSearchParams({
    position: `${place.lng},${place.lat}`,
    name,
    coordinate: 'wgs84',
    callnative: '1',
  });
  return `https://uri.amap.com/marker?${query}`;
}
