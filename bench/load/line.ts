/** The WhatsApp number under load, as Meta's side knows it. */
export interface Line {
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly displayPhone: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly verifyToken: string;
}

export const benchLine: Line = {
  phoneNumberId: '106540352242922',
  wabaId: '102290129340398',
  displayPhone: '5511930000000',
  appSecret: '6b1f0e9c52d84a7f9e3c1d2b4a5f6e70',
  accessToken: 'EAAbenchTokenOfTheGraphDouble0123456789abcdef',
  verifyToken: 'bench-verify-token',
};
